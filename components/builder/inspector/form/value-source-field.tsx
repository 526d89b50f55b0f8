"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { inspectorMessages } from "../messages.ts";
import { ExpressionField } from "../templates/expression-field.tsx";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import { getChild } from "./config-path.ts";
import { LiteralInput } from "./literal-input.tsx";
import { useField } from "./use-field.ts";

type ValueSourceFieldProps = {
  readonly path: string;
  readonly label: string;
  /** What the value is for; a fixed one is asked for in its type. */
  readonly type: FlowVariable["type"] | null;
};

const TYPES = ["literal", "template", "expression"] as const;
type SourceType = (typeof TYPES)[number];

/** A fixed value, a text with variables in it, or an expression. What was written as one comes along to the next. */
export function ValueSourceField({ path, label, type }: ValueSourceFieldProps) {
  const t = useTexts(inspectorMessages);
  const field = useField(path);
  const stored = getChild(field.value, "type");
  const source = TYPES.find((own) => own === stored) ?? "literal";
  return (
    <div className="flex flex-col gap-1.5">
      <Segmented
        label={t.sourceLabel}
        value={source}
        options={TYPES.map((value) => ({ value, label: t.source[value] }))}
        isDisabled={!field.canEdit}
        className="self-start [&>button]:h-6 [&>button]:px-2 [&>button]:text-xs"
        onChange={(next) => field.set(convert(field.value, next))}
      />
      <SourceInput key={source} path={path} source={source} label={label} type={type} />
    </div>
  );
}

type SourceInputProps = ValueSourceFieldProps & { readonly source: SourceType };

function SourceInput({ path, source, label, type }: SourceInputProps) {
  const field = useField(
    `${path}.${source === "literal" ? "value" : source === "template" ? "text" : "source"}`,
  );
  const shared = { ...field, label, help: undefined, isLabelHidden: true };
  switch (source) {
    case "literal":
      return (
        <LiteralInput
          label={label}
          value={field.value ?? null}
          type={type}
          isReadOnly={!field.canEdit}
          onChange={field.set}
        />
      );
    case "template":
      return (
        <TextFieldEditor
          {...shared}
          isMultiline={false}
          value={toText(field.value)}
          onChange={(text) => field.set(toStored(text))}
        />
      );
    case "expression":
      return (
        <ExpressionField
          {...shared}
          value={typeof field.value === "string" ? field.value : ""}
          onChange={field.set}
        />
      );
  }
}

/** Words stay words: a fixed text becomes the template, an expression becomes what is between its braces. */
function convert(value: Json | undefined, to: SourceType): Json {
  const literal = getChild(value, "value");
  const written = getChild(value, "text") ?? getChild(value, "source") ?? literal;
  const text =
    typeof written === "string"
      ? written
      : written === undefined || written === null
        ? ""
        : JSON.stringify(written);
  if (to === "template")
    return { type: "template", text: getChild(value, "source") ? `{{ ${text} }}` : text };
  if (to === "expression") return { type: "expression", source: toExpression(value, text) };
  return { type: "literal", value: literal ?? (text === "" ? null : text) };
}

function toExpression(value: Json | undefined, text: string): string {
  const only = /^\s*\{\{\s*([^{}]+?)\s*\}\}\s*$/.exec(text)?.[1];
  if (only !== undefined) return only;
  return typeof getChild(value, "value") === "string" || getChild(value, "text") !== undefined
    ? text === ""
      ? ""
      : JSON.stringify(text)
    : text;
}
