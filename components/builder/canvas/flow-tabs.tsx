"use client";

import { Plus } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { addSubflow } from "#flows/editing/edits/subflows.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { FlowTabMenu } from "./flow-tab-menu.tsx";
import { canvasMessages } from "./messages.ts";
import { newSubflowName } from "./new-subflow-name.ts";
import { useFlowNames } from "./use-flow-names.ts";

/** The main flow and the flows that it calls. */
export function FlowTabs() {
  const t = useTexts(canvasMessages).tabs;
  const store = useBuilderStore();
  const flowId = useBuilder((state) => state.flowId);
  const canEdit = useBuilder((state) => state.canEdit);
  const subflows = useFlowNames();
  const openFlow = useBuilder((state) => state.openFlow);
  const add = () => {
    const { edit, bundle } = store.getState();
    const { id, title } = newSubflowName(bundle, t.name);
    edit((before) => addSubflow(before, id, title), { label: "subflow" });
    openFlow(id);
  };
  if (subflows.length === 0 && !canEdit) return null;
  return (
    <nav
      aria-label={t.label}
      className="flex h-9 shrink-0 select-none items-center gap-1 overflow-x-auto border-b border-line bg-surface pr-[calc(var(--covered-right,0px)+8px)] pl-2"
    >
      {[{ id: MAIN_FLOW_ID, name: t.main }, ...subflows].map(({ id, name }) => (
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
            className="h-full max-w-48 truncate rounded-sm px-2.5"
          >
            {name}
          </button>
          {id !== MAIN_FLOW_ID && id === flowId && canEdit && <FlowTabMenu flowId={id} name={name} />}
        </span>
      ))}
      {canEdit && <IconButton icon={Plus} label={t.add} side="bottom" className="!size-7" onClick={add} />}
    </nav>
  );
}
