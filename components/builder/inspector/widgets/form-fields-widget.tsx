"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { ANSWER_TYPES, DATE_RANGES, PHONE_REGIONS } from "#flows/answers/answer-schema.ts";
import { getChild } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigValue } from "../form/use-field.ts";
import { type FoldItemProps, FoldList } from "../lists/fold-list.tsx";
import { FoldRow } from "../lists/fold-row.tsx";
import { useItemName } from "../lists/use-item-name.ts";
import { inspectorMessages } from "../messages.ts";
import { NumberWidget } from "./number-widget.tsx";
import { OptionsWidget } from "./options-widget.tsx";
import { RichTextWidget } from "./rich-text-widget.tsx";
import { SelectWidget } from "./select-widget.tsx";
import { SwitchWidget } from "./switch-widget.tsx";
import { TextWidget } from "./text-widget.tsx";
import { VariableWidget } from "./variable-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const TYPES = [...ANSWER_TYPES, "choice"];

/** What a form asks for or an extraction looks for, one thing after the other. A kind whose fields have no question or hint shows none. */
export function FormFieldsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  return (
    <FoldList
      path={path}
      isRequired={isRequired}
      addLabel={t.addField}
      idPrefix="field"
      toItem={(id) => ({ id, label: "", variable: "" })}
      Row={FieldRow}
    />
  );
}

function FieldRow({ list, path, index, isOpen, onToggle }: FoldItemProps) {
  const t = useTexts(inspectorMessages);
  const { texts, definition } = useNodeScope();
  const own = path.replace(/\[\d+\]$/, "");
  const types = definition.form.find((field) => field.path === own)?.values ?? TYPES;
  const has = (field: string): boolean => texts.fields[`${own}[].${field}`] !== undefined;
  const name = useItemName(path, "label", t.fieldNumber(index + 1));
  const value = useConfigValue(path);
  const type = String(getChild(value, "type") ?? "text");
  const isOptional = getChild(value, "required") === false;
  const note = [texts.values?.[type] ?? type, ...(isOptional ? [t.fieldOptional] : [])].join(" · ");
  return (
    <FoldRow
      list={list}
      path={path}
      index={index}
      title={name}
      note={note}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <TextWidget path={`${path}.label`} isRequired />
      <SelectWidget path={`${path}.type`} values={types} />
      <VariableWidget path={`${path}.variable`} isRequired />
      <TypeFields path={path} type={type} />
      {has("question") && <RichTextWidget path={`${path}.question`} />}
      <SwitchWidget path={`${path}.required`} />
      {has("hint") && <RichTextWidget path={`${path}.hint`} />}
    </FoldRow>
  );
}

function TypeFields({ path, type }: { readonly path: string; readonly type: string }) {
  switch (type) {
    case "text":
      return (
        <div className="grid grid-cols-2 gap-3">
          <NumberWidget path={`${path}.minChars`} />
          <NumberWidget path={`${path}.maxChars`} />
        </div>
      );
    case "number":
      return (
        <>
          <div className="grid grid-cols-2 gap-3">
            <NumberWidget path={`${path}.min`} />
            <NumberWidget path={`${path}.max`} />
          </div>
          <SwitchWidget path={`${path}.integer`} />
        </>
      );
    case "phone":
      return <SelectWidget path={`${path}.phoneRegion`} values={PHONE_REGIONS} />;
    case "date":
      return <SelectWidget path={`${path}.dates`} values={DATE_RANGES} />;
    case "pattern":
      return <TextWidget path={`${path}.pattern`} isRequired />;
    case "order-no":
      return <TextWidget path={`${path}.pattern`} />;
    case "choice":
      return <OptionsWidget path={`${path}.options`} isRequired />;
    default:
      return null;
  }
}
