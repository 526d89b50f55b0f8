"use client";

import { Command } from "cmdk";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { inspect } from "#flows/editing/inspect.ts";
import { listConfigStrings } from "#flows/editing/list-strings.ts";
import type { FlowNode } from "#flows/kernel/flow.ts";
import { FAMILY_LOOK } from "./family-look.ts";
import { canvasMessages } from "./messages.ts";

type NodePickerProps = {
  readonly label: string;
  readonly nodes: readonly FlowNode[];
  onPick(nodeId: string): void;
};

const KEYWORDS_MAX = 6;

/** Finds a node by its name or by what it says. */
export function NodePicker({ label, nodes, onPick }: NodePickerProps) {
  const t = useTexts(canvasMessages).goTo;
  const locale = usePreferences((state) => state.locale);
  return (
    <Command label={label} loop className="overflow-hidden rounded-sm border border-line-strong">
      <Command.Input
        autoFocus
        placeholder={t.placeholder}
        className="h-9 w-full border-b border-line bg-surface px-3 text-base text-ink outline-none"
      />
      <Command.List className="max-h-64 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-6 text-center text-sm text-ink-3">{t.none}</Command.Empty>
        {nodes.map((node) => {
          const { label: names, definition } = inspect(node);
          const [first] = listConfigStrings(node);
          return (
            <Command.Item
              key={node.id}
              value={node.id}
              keywords={[
                names[locale],
                ...listConfigStrings(node)
                  .slice(0, KEYWORDS_MAX)
                  .map(({ text }) => text),
              ]}
              onSelect={() => onPick(node.id)}
              className="flex min-h-9 cursor-pointer select-none items-center gap-2 rounded-xs px-2 text-sm text-ink data-[selected=true]:bg-hover"
            >
              <span
                className={joinClasses(
                  "inline-flex size-6 shrink-0 items-center justify-center rounded-sm",
                  FAMILY_LOOK[definition?.family ?? "entry"],
                )}
              >
                <NodeIcon name={definition?.icon ?? ""} className="size-3.5" />
              </span>
              <span className="shrink-0">{names[locale]}</span>
              <span className="min-w-0 truncate text-xs text-ink-3">{first?.text}</span>
            </Command.Item>
          );
        })}
      </Command.List>
    </Command>
  );
}
