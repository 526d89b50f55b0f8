"use client";

import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { inspect } from "#flows/editing/inspect.ts";
import { findFlow } from "#flows/editing/locate.ts";
import { toPortLabel } from "#flows/kernel/inspect-flow.ts";
import { findNode } from "../form/node-index.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { inspectorMessages } from "../messages.ts";

/** Where each exit leads, by the names that the canvas shows. */
export function PortList() {
  const t = useTexts(inspectorMessages);
  const { flowId, nodeId } = useNodeScope();
  const count = useBuilder((state) => {
    const node = findNode(state.bundle, flowId, nodeId);
    return node === null ? 0 : inspect(node).ports.length;
  });
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Collapsible title={t.ports} note={count} isOpen={isOpen} onOpenChange={setOpen}>
      <Ports />
    </Collapsible>
  );
}

function Ports() {
  const t = useTexts(inspectorMessages);
  const store = useBuilderStore();
  const locale = usePreferences((state) => state.locale);
  const { flowId, nodeId } = useNodeScope();
  const node = useBuilder((state) => findNode(state.bundle, flowId, nodeId));
  const edges = useBuilder((state) => findFlow(state.bundle, flowId)?.edges);
  if (node === null) return null;
  const inspected = inspect(node);
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {inspected.ports.map(({ id }) => {
        const target = edges?.find(({ from, port }) => from === nodeId && port === id)?.to;
        const next = target === undefined ? null : findNode(store.getState().bundle, flowId, target);
        return (
          <li key={id} data-path={`ports.${id}`} className="flex items-center gap-2 px-2.5 py-1.5 text-sm">
            <span className="min-w-0 flex-1 truncate text-ink">{toPortLabel(inspected, id)[locale]}</span>
            {next === null ? (
              <span className="shrink-0 text-xs text-ink-3">{t.portUnwired}</span>
            ) : (
              <button
                type="button"
                onClick={() => store.getState().focus({ flowId, nodeId: next.id })}
                className="max-w-[55%] truncate text-xs text-accent-text hover:underline"
              >
                {t.portTo(inspect(next).label[locale])}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
