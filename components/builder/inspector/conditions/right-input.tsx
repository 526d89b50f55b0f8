"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Json } from "#flows/kernel/json.ts";
import { INPUT } from "../form/control-classes.ts";
import { type ControlAttributes, FieldShell } from "../form/field-shell.tsx";
import { LiteralInput } from "../form/literal-input.tsx";
import { parseNumber } from "../form/number-text.ts";
import { useField } from "../form/use-field.ts";
import { TagInput } from "../lists/tag-input.tsx";
import { TemplateEditor } from "../templates/template-editor.tsx";
import { conditionBuilderMessages } from "./messages.ts";
import type { RightSide } from "./operators.ts";

type RightInputProps = {
  readonly path: string;
  readonly side: Exclude<RightSide, "none">;
  readonly label: string;
};

/** What a variable is compared with, written the way its operator needs it. */
export function RightInput({ path, side, label }: RightInputProps) {
  const field = useField(path);
  return (
    <FieldShell {...field} label={`${label} ${field.label}`} help={undefined} isLabelHidden>
      {(attributes) => (
        <Control
          attributes={attributes}
          side={side}
          label={label}
          value={field.value ?? null}
          isReadOnly={!field.canEdit}
          onChange={field.set}
        />
      )}
    </FieldShell>
  );
}

type ControlProps = Pick<RightInputProps, "side" | "label"> & {
  readonly attributes: ControlAttributes;
  readonly value: Json;
  readonly isReadOnly: boolean;
  onChange(value: Json): void;
};

function Control({ attributes, side, label, value, isReadOnly, onChange }: ControlProps) {
  const t = useTexts(conditionBuilderMessages);
  const text = typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  switch (side) {
    case "boolean":
      return (
        <LiteralInput
          label={label}
          type="boolean"
          value={value}
          isReadOnly={isReadOnly}
          onChange={onChange}
        />
      );
    case "list":
      return (
        <TagInput
          attributes={attributes}
          tags={toTags(value)}
          placeholder={t.listHint}
          isDisabled={isReadOnly}
          onChange={(tags) => onChange(tags.length === 0 ? null : tags.map((tag) => parseNumber(tag) ?? tag))}
        />
      );
    case "pattern":
      return (
        <input
          {...attributes}
          className={`${INPUT} font-mono text-xs`}
          spellCheck={false}
          readOnly={isReadOnly}
          placeholder={t.patternHint}
          value={text}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        />
      );
    case "number":
    case "date":
    case "text":
      return (
        <TemplateEditor
          value={text}
          attributes={attributes}
          placeholder={side === "date" ? t.dateHint : side === "number" ? "0" : t.valueHint}
          isMultiline={false}
          isReadOnly={isReadOnly}
          onChange={(next) => onChange(toValue(next, side))}
        />
      );
  }
}

/** A number is stored as one, so that the document says what it means; a text with a variable in it stays a text. */
function toValue(text: string, side: "number" | "date" | "text"): Json {
  if (text === "") return null;
  return side === "number" && /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function toTags(value: Json): readonly string[] {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  if (typeof value !== "string") return [];
  return value
    .split(/[,，、;；\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
