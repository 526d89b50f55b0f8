"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { addSubflow, removeSubflow, titleSubflow } from "#flows/editing/edits/subflows.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { useBuilder, useBuilderStore } from "../../store/builder-context.ts";
import { toFlowId } from "../form/to-flow-id.ts";
import { panelMessages } from "./messages.ts";
import { NameForm } from "./name-form.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useUses } from "./use-uses.ts";

/** The flows that can be called: opened, made, renamed, deleted with a word about who calls them. */
export function SubflowsSection() {
  const t = useTexts(panelMessages).flows;
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const subflows = useBuilder((state) => state.bundle.subflows);
  const [isAdding, setAdding] = useState(false);
  const ids = Object.keys(subflows);
  const names = ids.map((id) => nameFlow({ subflows }, id));
  const add = (name: string) => {
    const id = toFlowId(name, ids);
    store.getState().edit((bundle) => addSubflow(bundle, id, name), { label: "subflow" });
    store.getState().openFlow(id);
    setAdding(false);
  };
  return (
    <SettingsSection
      title={t.title}
      lead={t.lead}
      action={
        canEdit && (
          <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        )
      }
    >
      {isAdding && (
        <NameForm start="" taken={names} action={t.add} onDone={add} onCancel={() => setAdding(false)} />
      )}
      {ids.length === 0 && !isAdding && <p className="text-sm text-ink-3">{t.empty}</p>}
      {ids.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {ids.map((id) => (
            <SubflowRow
              key={id}
              id={id}
              name={nameFlow({ subflows }, id)}
              taken={names}
              nodes={subflows[id]?.nodes.length ?? 0}
              canEdit={canEdit}
            />
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}

type SubflowRowProps = {
  readonly id: string;
  readonly name: string;
  readonly taken: readonly string[];
  readonly nodes: number;
  readonly canEdit: boolean;
};

function SubflowRow({ id, name, taken, nodes, canEdit }: SubflowRowProps) {
  const t = useTexts(panelMessages).flows;
  const store = useBuilderStore();
  const uses = useUses({ type: "flow", flowId: id });
  const [mode, setMode] = useState<"rename" | "remove" | null>(null);
  const rename = (title: string) => {
    store.getState().edit((bundle) => titleSubflow(bundle, id, title), { label: "rename" });
    setMode(null);
  };
  if (mode === "rename") {
    return (
      <li className="p-2">
        <NameForm
          start={name}
          taken={taken.filter((other) => other !== name)}
          action={t.renameAction}
          onDone={rename}
          onCancel={() => setMode(null)}
        />
      </li>
    );
  }
  return (
    <li className="flex items-center gap-1 py-1 pl-3 pr-1">
      <button
        type="button"
        title={t.open(name)}
        onClick={() => store.getState().openFlow(id)}
        className="min-w-0 flex-1 rounded-sm py-1 text-left"
      >
        <span className="block truncate text-sm text-ink hover:underline">{name}</span>
        <span className="block text-xs text-ink-3">
          {t.nodes(nodes)} · {t.callers(uses.length)}
        </span>
      </button>
      {canEdit && (
        <>
          <IconButton
            icon={Pencil}
            label={t.rename(name)}
            className="size-7 text-ink-3"
            onClick={() => setMode("rename")}
          />
          <IconButton
            icon={Trash2}
            label={t.remove(name)}
            className="size-7 text-ink-3"
            onClick={() => setMode("remove")}
          />
        </>
      )}
      <RemoveDialog
        isOpen={mode === "remove"}
        title={t.removeTitle(name)}
        lead={t.removeBody(nodes)}
        uses={uses}
        action={t.removeAction}
        onRemove={() => store.getState().edit((bundle) => removeSubflow(bundle, id), { label: "subflow" })}
        onClose={() => setMode(null)}
      />
    </li>
  );
}
