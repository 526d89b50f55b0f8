"use client";

import { ArrowLeft, Plus, Variable } from "lucide-react";
import { useMemo, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { useEscapeToCanvas } from "../use-escape-to-canvas.ts";
import { panelMessages } from "./messages.ts";
import { NewVariableForm } from "./new-variable-form.tsx";
import { useVariableUses } from "./use-uses.ts";
import { VariableForm } from "./variable-form.tsx";
import { VariableRow } from "./variable-row.tsx";

const NO_VARIABLES: readonly FlowVariable[] = [];

/** Everything that the open flow remembers: what it is, where it is used, and what nobody uses. */
export function VariablesPanel() {
  const t = useTexts(panelMessages).variables;
  const flowId = useBuilder((state) => state.flowId);
  const variables = useBuilder((state) => findFlow(state.bundle, state.flowId)?.variables ?? NO_VARIABLES);
  const canEdit = useBuilder((state) => state.canEdit);
  const [search, setSearch] = useState("");
  const [openName, setOpenName] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const uses = useVariableUses(flowId);
  const returnToCanvas = useEscapeToCanvas();
  const open = variables.find(({ name }) => name === openName);
  const found = useMemo(() => searchVariables(variables, search), [variables, search]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way out of every field in here
    <div className="flex min-h-full flex-col gap-3 p-4" onKeyDown={returnToCanvas}>
      {open ? (
        <>
          <Button
            look="ghost"
            size="sm"
            icon={ArrowLeft}
            className="self-start"
            onClick={() => setOpenName(null)}
          >
            {t.back}
          </Button>
          <VariableForm
            key={`${flowId}/${open.name}`}
            flowId={flowId}
            variable={open}
            onRenamed={setOpenName}
            onRemoved={() => setOpenName(null)}
          />
        </>
      ) : (
        <>
          <div className="flex gap-2">
            <SearchField label={t.search} value={search} onChange={setSearch} className="min-w-0 flex-1" />
            {canEdit && (
              <Button icon={Plus} onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            )}
          </div>
          {isAdding && (
            <NewVariableForm
              flowId={flowId}
              taken={variables}
              onDone={(name) => {
                setAdding(false);
                if (name !== null) setOpenName(name);
              }}
            />
          )}
          {variables.length === 0 && !isAdding && (
            <EmptyState icon={Variable} title={t.emptyTitle} body={t.emptyBody} />
          )}
          {variables.length > 0 && found.length === 0 && (
            <p className="py-8 text-center text-sm text-ink-3">{t.noMatch}</p>
          )}
          {found.length > 0 && (
            <ul className="divide-y divide-line rounded-md border border-line">
              {found.map((variable) => (
                <VariableRow
                  key={variable.name}
                  variable={variable}
                  usesCount={uses.get(variable.name) ?? 0}
                  onOpen={() => setOpenName(variable.name)}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

function searchVariables(variables: readonly FlowVariable[], search: string): readonly FlowVariable[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return variables;
  return variables.filter(({ name, description }) =>
    `${name}\n${description ?? ""}`.toLowerCase().includes(wanted),
  );
}
