"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { addSubflow, removeSubflow } from "#flows/editing/edits/subflows.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { canvasMessages } from "./messages.ts";

/** The main flow and the flows that it calls. */
export function FlowTabs() {
  const t = useTexts(canvasMessages).tabs;
  const store = useBuilderStore();
  const flowId = useBuilder((state) => state.flowId);
  const canEdit = useBuilder((state) => state.canEdit);
  const names = useBuilder(({ bundle }) => Object.keys(bundle.subflows).join("\n"));
  const openFlow = useBuilder((state) => state.openFlow);
  const [leaving, setLeaving] = useState<string | null>(null);
  const subflows = names === "" ? [] : names.split("\n");
  const add = () => {
    const { edit } = store.getState();
    let count = subflows.length + 1;
    while (subflows.includes(`subflow-${count}`)) count += 1;
    edit((bundle) => addSubflow(bundle, `subflow-${count}`), { label: "subflow" });
    openFlow(`subflow-${count}`);
  };
  if (subflows.length === 0 && !canEdit) return null;
  return (
    <nav
      aria-label={t.label}
      className="flex h-9 shrink-0 select-none items-center gap-1 overflow-x-auto border-b border-line bg-surface pr-[calc(var(--covered-right,0px)+8px)] pl-2"
    >
      {[MAIN_FLOW_ID, ...subflows].map((id) => (
        <span
          key={id}
          className={joinClasses(
            "inline-flex h-7 shrink-0 items-center rounded-sm text-sm",
            id === flowId ? "bg-accent-soft text-accent-text" : "text-ink-2 hover:bg-hover",
          )}
        >
          <button
            type="button"
            aria-current={id === flowId ? "page" : undefined}
            onClick={() => openFlow(id)}
            className="h-full rounded-sm px-2.5"
          >
            {id === MAIN_FLOW_ID ? t.main : id}
          </button>
          {id !== MAIN_FLOW_ID && id === flowId && canEdit && (
            <button
              type="button"
              aria-label={`${t.remove}: ${id}`}
              title={t.remove}
              onClick={() => setLeaving(id)}
              className="mr-1 inline-flex size-5 items-center justify-center rounded-xs hover:bg-pressed"
            >
              <X className="size-3.5" aria-hidden />
            </button>
          )}
        </span>
      ))}
      {canEdit && <IconButton icon={Plus} label={t.add} side="bottom" className="!size-7" onClick={add} />}
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t.remove}
        body={t.removeText(leaving ?? "")}
        action={t.remove}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          const id = leaving;
          setLeaving(null);
          if (id !== null) store.getState().edit((bundle) => removeSubflow(bundle, id), { label: "subflow" });
        }}
      />
    </nav>
  );
}
