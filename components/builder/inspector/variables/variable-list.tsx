"use client";

import { Command } from "cmdk";
import { Braces, Check, Hash, List, type LucideIcon, Plus, ToggleLeft, Type } from "lucide-react";
import { useMemo, useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { addVariable } from "#flows/editing/edits/variables.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { toEntryType, type VariableEntry } from "./list-variables.ts";
import { variableMessages } from "./messages.ts";
import { useListEntries, useVariablePlace } from "./use-variables.ts";
import { findNameProblem, newVariable } from "./variable-name.ts";

const TYPE_ICONS: { readonly [T in FlowVariable["type"]]: LucideIcon } = {
  text: Type,
  number: Hash,
  boolean: ToggleLeft,
  list: List,
  object: Braces,
};
const NEW_TYPES = ["text", "number", "boolean", "list", "object"] as const;

export function VariableTypeIcon({ type }: { readonly type: FlowVariable["type"] }) {
  const Icon = TYPE_ICONS[type];
  return <Icon className="size-3.5 shrink-0 text-ink-3" aria-hidden />;
}

type VariableListProps = {
  readonly value: string | null;
  /** Built-in names cannot be written to. */
  readonly canBeBuiltIn: boolean;
  readonly clearText?: string;
  readonly newType?: FlowVariable["type"];
  onPick(name: string | null): void;
};

const GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3";
const ITEM =
  "flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-xs px-2 py-1 text-sm text-ink outline-none data-[selected=true]:bg-hover";

/** All variables that a node can read, the likely ones first; makes a new one in place. */
export function VariableList({
  value,
  canBeBuiltIn,
  clearText,
  newType = "text",
  onPick,
}: VariableListProps) {
  const t = useTexts(variableMessages);
  const listEntries = useListEntries();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list stays still while it is open
  const entries = useMemo(() => listEntries().filter(({ origin }) => canBeBuiltIn || origin === "flow"), []);
  const [search, setSearch] = useState(entries.length === 0 && value ? value : "");
  const groups = [
    {
      name: t.groups.upstream,
      entries: entries.filter((entry) => entry.origin === "flow" && entry.isUpstream),
    },
    {
      name: t.groups.others,
      entries: entries.filter((entry) => entry.origin === "flow" && !entry.isUpstream),
    },
    { name: t.groups.builtIn, entries: entries.filter((entry) => entry.origin === "built-in") },
  ];
  return (
    <Command label={t.pick} loop className="flex max-h-[inherit] flex-col">
      <Command.Input
        value={search}
        onValueChange={setSearch}
        placeholder={t.search}
        className="h-9 shrink-0 border-b border-line bg-transparent px-3 text-sm text-ink outline-none"
      />
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1">
        {clearText && value && search === "" && (
          <Command.Item value="(none)" onSelect={() => onPick(null)} className={`${ITEM} text-ink-2`}>
            {clearText}
          </Command.Item>
        )}
        {groups
          .filter((group) => group.entries.length > 0)
          .map((group) => (
            <Command.Group key={group.name} heading={group.name} className={GROUP}>
              {group.entries.map((entry) => (
                <VariableItem
                  key={entry.name}
                  entry={entry}
                  isChosen={entry.name === value}
                  onPick={onPick}
                />
              ))}
            </Command.Group>
          ))}
      </Command.List>
      <NewVariable name={search.trim()} startType={newType} onMade={onPick} />
    </Command>
  );
}

type VariableItemProps = {
  readonly entry: VariableEntry;
  readonly isChosen: boolean;
  onPick(name: string): void;
};

function VariableItem({ entry, isChosen, onPick }: VariableItemProps) {
  const t = useTexts(variableMessages);
  const note = entry.origin === "flow" ? entry.variable.description : t.builtIn[entry.name];
  return (
    <Command.Item
      value={entry.name}
      keywords={note ? [note] : []}
      onSelect={() => onPick(entry.name)}
      className={ITEM}
    >
      <VariableTypeIcon type={toEntryType(entry)} />
      <span className="min-w-0 truncate font-mono text-[12.5px]">{entry.name}</span>
      <span className="min-w-0 flex-1 truncate text-right text-xs text-ink-3">
        {note ?? t.types[toEntryType(entry)]}
      </span>
      {isChosen && <Check className="size-4 shrink-0 text-accent-text" aria-hidden />}
    </Command.Item>
  );
}

type NewVariableProps = {
  readonly name: string;
  readonly startType: FlowVariable["type"];
  onMade(name: string): void;
};

function NewVariable({ name, startType, onMade }: NewVariableProps) {
  const t = useTexts(variableMessages);
  const store = useBuilderStore();
  const { flowId } = useVariablePlace();
  const canEdit = useBuilder((state) => state.canEdit);
  const [type, setType] = useState<FlowVariable["type"]>(startType);
  const taken = useBuilder((state) => findFlow(state.bundle, flowId)?.variables);
  if (name === "" || !canEdit || taken === undefined) return null;
  const problem = findNameProblem(name, taken);
  if (problem === "nameTaken") return null;
  const create = () => {
    store
      .getState()
      .edit((bundle) => addVariable(bundle, flowId, newVariable(name, type)), { label: "variable" });
    onMade(name);
  };
  return (
    <div className="shrink-0 border-t border-line p-2">
      {problem ? (
        <p className="px-1 text-xs text-ink-3">{t[problem]}</p>
      ) : (
        <>
          <button
            type="button"
            onClick={create}
            className="flex min-h-8 w-full items-center gap-2 rounded-xs px-1 text-left text-sm font-medium text-accent-text hover:bg-hover"
          >
            <Plus className="size-4 shrink-0" aria-hidden />
            <span className="min-w-0 truncate">{t.create(name)}</span>
          </button>
          <Segmented
            label={t.type}
            value={type}
            options={NEW_TYPES.map((value) => ({ value, label: t.types[value] }))}
            onChange={(next: FlowVariable["type"]) => setType(next)}
            className="mt-1 w-full [&>button]:px-1 [&>button]:text-xs"
          />
        </>
      )}
    </div>
  );
}
