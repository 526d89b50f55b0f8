"use client";

import { Copy, Ellipsis, Eye, EyeOff, Replace, StickyNote, Trash2 } from "lucide-react";
import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { type NodeFields, setNodeField } from "#flows/editing/edits/set-config.ts";
import type { NodePlace } from "#flows/editing/locate.ts";
import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { TEXTAREA } from "../form/control-classes.ts";
import { findNode } from "../form/node-index.ts";
import { inspectorMessages } from "../messages.ts";
import { duplicateNode } from "./duplicate-node.ts";
import { NodeRemoval } from "./node-removal.tsx";
import { ReplaceKindDialog } from "./replace-kind-dialog.tsx";

type NodeHeaderProps = {
  readonly place: NodePlace;
  readonly kind: string;
  readonly definition: NodeDefinition | undefined;
};

/** Icon, name, what its kind does, note, and what can be done with the whole node. */
export function NodeHeader({ place, kind, definition }: NodeHeaderProps) {
  const t = useTexts(inspectorMessages);
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const { flowId, nodeId } = place;
  const canEdit = useBuilder((state) => state.canEdit);
  const title = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.title ?? "");
  const note = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.note);
  const isDisabled = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.disabled === true);
  const [isNoteOpen, setNoteOpen] = useState(false);
  const kindTitle = definition?.messages[locale].title ?? kind;
  const set = (fields: NodeFields, label: "rename" | "config" | "disable") =>
    store.getState().edit((bundle) => setNodeField(bundle, place, fields), {
      label,
      coalesce: `${flowId}/${nodeId}/${label}`,
    });
  return (
    <header className="border-b border-line px-4 pb-3 pt-3">
      <div className="flex items-center gap-2.5">
        <span
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-md"
          style={{
            color: `var(--family-${definition?.family ?? "entry"})`,
            backgroundColor: `color-mix(in srgb, var(--family-${definition?.family ?? "entry"}) 12%, transparent)`,
          }}
        >
          <NodeIcon name={definition?.icon ?? ""} />
        </span>
        <div className="min-w-0 flex-1">
          <input
            aria-label={t.title}
            title={t.titleHint(kindTitle)}
            value={title}
            maxLength={200}
            readOnly={!canEdit}
            placeholder={kindTitle}
            onChange={(event) => set({ title: event.target.value }, "rename")}
            className="-ml-1.5 h-7 w-full truncate rounded-sm border border-transparent bg-transparent px-1.5 text-base font-semibold text-ink placeholder:font-semibold placeholder:text-ink hover:border-line-strong focus-visible:border-accent focus-visible:outline-none"
          />
          {title !== "" && <p className="truncate text-xs text-ink-3">{kindTitle}</p>}
        </div>
        <NodeMenu
          place={place}
          kind={kind}
          isDisabled={isDisabled}
          hasNote={note !== undefined || isNoteOpen}
          onNote={() => setNoteOpen(true)}
          onDisable={() => set({ disabled: !isDisabled }, "disable")}
        />
      </div>
      {definition && <p className="mt-2 text-xs text-ink-3">{definition.messages[locale].description}</p>}
      {(note !== undefined || isNoteOpen) && (
        <textarea
          aria-label={t.note}
          placeholder={t.noteHint}
          value={note ?? ""}
          maxLength={2_000}
          readOnly={!canEdit}
          // biome-ignore lint/a11y/noAutofocus: the author has just asked for it
          autoFocus={isNoteOpen && note === undefined}
          onChange={(event) => set({ note: event.target.value }, "config")}
          onBlur={() => setNoteOpen(false)}
          className={`${TEXTAREA} mt-2.5 field-sizing-content min-h-8! bg-warn-soft! text-xs!`}
        />
      )}
      {isDisabled && (
        <p className="mt-2.5 flex items-center gap-2 rounded-md bg-sunken px-2.5 py-1.5 text-xs text-ink-2">
          <EyeOff className="size-3.5 shrink-0 text-ink-3" aria-hidden />
          <span className="min-w-0 flex-1">{t.disabledHint}</span>
          {canEdit && (
            <button
              type="button"
              className="shrink-0 font-medium text-accent-text hover:underline"
              onClick={() => set({ disabled: false }, "disable")}
            >
              {t.enable}
            </button>
          )}
        </p>
      )}
    </header>
  );
}

type NodeMenuProps = {
  readonly place: NodePlace;
  readonly kind: string;
  readonly isDisabled: boolean;
  readonly hasNote: boolean;
  onNote(): void;
  onDisable(): void;
};

function NodeMenu({ place, kind, isDisabled, hasNote, onNote, onDisable }: NodeMenuProps) {
  const t = useTexts(inspectorMessages);
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const [isReplacing, setReplacing] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  if (!canEdit) return null;
  const isStart = kind === START_KIND;
  const duplicate = () => {
    const copy = duplicateNode(store.getState().bundle, place);
    if (copy === null) return;
    store.getState().edit(copy.change, { label: "duplicate" });
    store.getState().select({ nodes: new Set([copy.nodeId]) });
  };
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t.more} side="bottom" />}>
        {!hasNote && (
          <MenuItem icon={StickyNote} onSelect={onNote}>
            {t.addNote}
          </MenuItem>
        )}
        {!isStart && (
          <>
            <MenuItem icon={isDisabled ? Eye : EyeOff} onSelect={onDisable}>
              {isDisabled ? t.enable : t.disable}
            </MenuItem>
            <MenuItem icon={Copy} onSelect={duplicate}>
              {t.duplicate}
            </MenuItem>
            <MenuItem icon={Replace} onSelect={() => setReplacing(true)}>
              {t.replace}
            </MenuItem>
            <MenuLine />
            <MenuItem icon={Trash2} isDangerous onSelect={() => setRemoving(true)}>
              {t.remove}
            </MenuItem>
          </>
        )}
      </Menu>
      {isRemoving && <NodeRemoval place={place} onClose={() => setRemoving(false)} />}
      <ReplaceKindDialog place={place} kind={kind} isOpen={isReplacing} onClose={() => setReplacing(false)} />
    </>
  );
}
