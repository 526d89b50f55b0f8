"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { conditionBuilderMessages } from "../conditions/messages.ts";
import { RulesEditor } from "../conditions/rules-editor.tsx";
import { useConvertRules } from "../conditions/use-convert-rules.ts";
import { getChild, toList } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigValue, useField } from "../form/use-field.ts";
import { type FoldItemProps, FoldList } from "../lists/fold-list.tsx";
import { FoldRow } from "../lists/fold-row.tsx";
import { useItemName } from "../lists/use-item-name.ts";
import { ExpressionWidget } from "./expression-widget.tsx";
import { PlainTextWidget } from "./plain-text-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const TYPES = ["rules", "expression"] as const;

/** Branches in the order in which they are looked at; the first that holds is taken. */
export function ConditionsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(conditionBuilderMessages);
  const { texts } = useNodeScope();
  return (
    <FoldList
      path={path}
      isRequired={isRequired}
      addLabel={t.addBranch}
      idPrefix="branch"
      toItem={(id) => ({ id, when: { type: "rules", groups: [{ rules: [{ left: "" }] }] } })}
      foot={
        <p className="px-2 text-xs text-ink-3">
          {t.otherwise} <span className="text-ink-2">{texts.ports.else}</span>
        </p>
      }
      Row={BranchRow}
    />
  );
}

function BranchRow({ list, path, index, isOpen, onToggle }: FoldItemProps) {
  const t = useTexts(conditionBuilderMessages);
  const name = useItemName(path, "label", t.branchNumber(index + 1));
  const when = getChild(useConfigValue(path), "when");
  const isExpression = getChild(when, "type") === "expression";
  const count = toList(getChild(when, "groups")).reduce<number>(
    (total, group) => total + toList(getChild(group, "rules")).length,
    0,
  );
  return (
    <FoldRow
      list={list}
      path={path}
      index={index}
      title={name}
      note={isExpression ? t.expression : t.rulesCount(count)}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <PlainTextWidget path={`${path}.label`} />
      <WhenEditor path={`${path}.when`} />
    </FoldRow>
  );
}

function WhenEditor({ path }: { readonly path: string }) {
  const t = useTexts(conditionBuilderMessages);
  const { texts } = useNodeScope();
  const { value, canEdit } = useField(path);
  const { toRules, toSource, refusal } = useConvertRules(path);
  const type = getChild(value, "type") === "expression" ? "expression" : "rules";
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={t.mode}
        value={type}
        options={TYPES.map((own) => ({ value: own, label: texts.values?.[own] ?? own }))}
        isDisabled={!canEdit}
        className="self-start"
        onChange={(next) => (next === "rules" ? toRules() : toSource())}
      />
      {refusal && (
        <p role="alert" className="text-xs text-warn-text [overflow-wrap:anywhere]">
          {refusal}
        </p>
      )}
      {type === "expression" ? (
        <ExpressionWidget key="expression" path={`${path}.source`} isRequired isLabelHidden />
      ) : (
        <RulesEditor path={path} />
      )}
    </div>
  );
}
