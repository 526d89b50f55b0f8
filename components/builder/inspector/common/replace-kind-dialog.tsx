"use client";

import { Command } from "cmdk";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { replaceKind } from "#flows/editing/edits/replace-kind.ts";
import type { NodePlace } from "#flows/editing/locate.ts";
import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { definitions } from "#flows/nodes/index.ts";
import { inspectorMessages } from "../messages.ts";

type ReplaceKindDialogProps = {
  readonly place: NodePlace;
  readonly kind: string;
  readonly isOpen: boolean;
  onClose(): void;
};

const kinds: readonly (readonly [string, NodeDefinition])[] = Object.entries(definitions);

/** Makes the node another kind; what both kinds share stays. */
export function ReplaceKindDialog({ place, kind, isOpen, onClose }: ReplaceKindDialogProps) {
  const t = useTexts(inspectorMessages);
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const pick = (next: string) => {
    store.getState().edit((bundle) => replaceKind(bundle, place, next), { label: "replace" });
    onClose();
  };
  return (
    <Dialog isOpen={isOpen} title={t.replace} width="sm" onClose={onClose}>
      <Command label={t.replace} loop className="-mx-2">
        <Command.Input
          placeholder={t.replaceSearch}
          className="mb-1 h-9 w-full rounded-sm border border-line-strong bg-surface px-3 text-sm text-ink outline-none focus:border-accent"
        />
        <Command.List className="max-h-80 overflow-y-auto">
          {kinds
            .filter(([own]) => own !== kind && own !== START_KIND)
            .map(([own, { icon, family, messages }]) => (
              <Command.Item
                key={own}
                value={own}
                keywords={[messages[locale].title, messages[locale].description]}
                onSelect={() => pick(own)}
                className="flex cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1.5 outline-none data-[selected=true]:bg-hover"
              >
                <span className="shrink-0" style={{ color: `var(--family-${family})` }}>
                  <NodeIcon name={icon} />
                </span>
                <span className="min-w-0">
                  <span className="block text-sm text-ink">{messages[locale].title}</span>
                  <span className="block truncate text-xs text-ink-3">{messages[locale].description}</span>
                </span>
              </Command.Item>
            ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
