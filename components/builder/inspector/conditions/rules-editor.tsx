"use client";

import { Plus, X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { getChild, toList } from "../form/config-path.ts";
import { useField } from "../form/use-field.ts";
import { useList } from "../lists/use-list.ts";
import { conditionBuilderMessages } from "./messages.ts";
import { RuleRow } from "./rule-row.tsx";

const MATCHES = ["all", "any"] as const;
const NEW_RULE = { left: "" };

/** Groups of rules: within a group, and between the groups, all must hold or any. */
export function RulesEditor({ path }: { readonly path: string }) {
  const t = useTexts(conditionBuilderMessages);
  const list = useList(`${path}.groups`);
  const { canEdit, error } = useField(`${path}.groups`);
  return (
    <div data-path={`${path}.groups`} className="flex flex-col gap-2">
      {list.items.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group has nothing but its place
        <div key={index} className="flex flex-col gap-2">
          {index > 0 && <MatchSwitch path={`${path}.match`} label={t.group(index + 1)} />}
          <GroupEditor
            path={`${path}.groups[${index}]`}
            index={index}
            count={toList(getChild(group, "rules")).length}
            canRemove={list.items.length > 1}
            onRemove={() => list.remove(index)}
          />
        </div>
      ))}
      {error && <p className="text-xs text-danger-text">{error}</p>}
      {canEdit && (
        <Button
          look="ghost"
          size="sm"
          icon={Plus}
          className="self-start"
          onClick={() => list.add({ rules: [NEW_RULE] })}
        >
          {t.addGroup}
        </Button>
      )}
    </div>
  );
}

type GroupEditorProps = {
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly canRemove: boolean;
  onRemove(): void;
};

function GroupEditor({ path, index, count, canRemove, onRemove }: GroupEditorProps) {
  const t = useTexts(conditionBuilderMessages);
  const list = useList(`${path}.rules`);
  const { canEdit } = useField(`${path}.rules`);
  return (
    <section
      aria-label={t.group(index + 1)}
      className="flex flex-col gap-2 rounded-md border border-line p-2"
    >
      {canRemove && (
        <div className="-mb-1 flex items-center justify-between">
          <span className="text-xs text-ink-3">{t.group(index + 1)}</span>
          {canEdit && (
            <IconButton icon={X} label={t.removeGroup} className="size-6 text-ink-3" onClick={onRemove} />
          )}
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {Array.from({ length: count }, (_rule, rule) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place
          <div key={rule} className="contents">
            {rule > 0 && <MatchSwitch path={`${path}.match`} label={t.rule(rule + 1)} />}
            <RuleRow
              path={`${path}.rules[${rule}]`}
              index={rule}
              canRemove={count > 1}
              onRemove={() => list.remove(rule)}
            />
          </div>
        ))}
      </ul>
      {canEdit && (
        <Button look="ghost" size="sm" icon={Plus} className="self-start" onClick={() => list.add(NEW_RULE)}>
          {t.addRule}
        </Button>
      )}
    </section>
  );
}

/** One for the whole group, shown between its rules: all of them are joined alike. */
function MatchSwitch({ path, label }: { readonly path: string; readonly label: string }) {
  const t = useTexts(conditionBuilderMessages);
  const field = useField(path);
  const value = MATCHES.find((own) => own === (field.value ?? field.fallback)) ?? "all";
  return (
    <Segmented
      label={`${label} ${field.label}`}
      value={value}
      options={MATCHES.map((own) => ({ value: own, label: t[own] }))}
      isDisabled={!field.canEdit}
      className="self-start [&>button]:h-5 [&>button]:px-2 [&>button]:text-xs"
      onChange={field.set}
    />
  );
}
