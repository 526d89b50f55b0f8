"use client";

import { MousePointerClick, Settings2, Variable } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { inspectorMessages } from "./messages.ts";

const KEYS = [
  { name: "find", keys: "Ctrl F" },
  { name: "undo", keys: "Ctrl Z" },
  { name: "copy", keys: "Ctrl C" },
  { name: "remove", keys: "Delete" },
  { name: "help", keys: "?" },
] as const;

/** Nothing is selected: what to do, and what this flow is made of. */
export function EmptyInspector() {
  const t = useTexts(inspectorMessages).empty;
  const store = useBuilderStore();
  const flowId = useBuilder((state) => state.flowId);
  const nodes = useBuilder((state) => findFlow(state.bundle, flowId)?.nodes.length ?? 0);
  const edges = useBuilder((state) => findFlow(state.bundle, flowId)?.edges.length ?? 0);
  const variables = useBuilder((state) => findFlow(state.bundle, flowId)?.variables.length ?? 0);
  const errors = useBuilder(
    ({ problems }) => problems.filter((own) => own.flowId === flowId && own.severity === "error").length,
  );
  const warnings = useBuilder(
    ({ problems }) => problems.filter((own) => own.flowId === flowId && own.severity === "warning").length,
  );
  const facts = [
    [t.nodes, nodes],
    [t.edges, edges],
    [t.variables, variables],
    [t.errors, errors],
    [t.warnings, warnings],
  ] as const;
  return (
    <div className="flex flex-col gap-6 px-4 py-6">
      <div className="flex flex-col items-center text-center">
        <span className="mb-3 inline-flex size-10 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
          <MousePointerClick className="size-5" aria-hidden />
        </span>
        <h3 className="text-base font-semibold text-ink">{t.title}</h3>
        <p className="mt-0.5 text-sm text-ink-2">{t.body}</p>
      </div>
      <section aria-label={t.facts}>
        <h4 className="mb-1.5 text-xs text-ink-3">{t.facts}</h4>
        <dl className="divide-y divide-line rounded-md border border-line text-sm">
          {facts.map(([name, count]) => (
            <div key={name} className="flex justify-between px-3 py-1.5">
              <dt className="text-ink-2">{name}</dt>
              <dd className="font-medium text-ink">{count}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-2 flex gap-2">
          <Button icon={Variable} className="flex-1" onClick={() => store.getState().setPanel("variables")}>
            {t.variablesPanel}
          </Button>
          <Button icon={Settings2} className="flex-1" onClick={() => store.getState().setPanel("settings")}>
            {t.settingsPanel}
          </Button>
        </div>
      </section>
      <section aria-label={t.shortcuts} className="max-md:hidden">
        <h4 className="mb-1.5 text-xs text-ink-3">{t.shortcuts}</h4>
        <ul className="flex flex-col gap-1 text-sm">
          {KEYS.map(({ name, keys }) => (
            <li key={name} className="flex items-center justify-between">
              <span className="text-ink-2">{t.keys[name]}</span>
              <kbd className="rounded-xs border border-line bg-sunken px-1.5 font-sans text-xs text-ink-2">
                {keys}
              </kbd>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
