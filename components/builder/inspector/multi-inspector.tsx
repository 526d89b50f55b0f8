"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { type NodeFields, setForNodes } from "#flows/editing/edits/set-config.ts";
import { inspect } from "#flows/editing/inspect.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowNode } from "#flows/kernel/flow.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { OnErrorField } from "./common/on-error-field.tsx";
import { RetryFields } from "./common/retry-fields.tsx";
import { inspectorMessages } from "./messages.ts";

const NO_NODES: readonly FlowNode[] = [];

/** What several nodes can be told at once. */
export function MultiInspector() {
  const t = useTexts(inspectorMessages);
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const flowId = useBuilder((state) => state.flowId);
  const selected = useBuilder((state) => state.selection.nodes);
  const all = useBuilder((state) => findFlow(state.bundle, flowId)?.nodes ?? NO_NODES);
  const canEdit = useBuilder((state) => state.canEdit);
  const nodes = all.filter(({ id }) => selected.has(id));
  const kinds = new Map<string, number>();
  for (const node of nodes) {
    const title = inspect(node).definition?.messages[locale].title ?? node.kind;
    kinds.set(title, (kinds.get(title) ?? 0) + 1);
  }
  const set = (fields: NodeFields, label: "config" | "disable") =>
    store.getState().edit(
      // A start that is switched off would leave the flow without a beginning.
      (bundle) =>
        setForNodes(bundle, flowId, {
          nodes: nodes.filter(({ kind }) => label !== "disable" || kind !== START_KIND).map(({ id }) => id),
          fields,
        }),
      { label },
    );
  const shared = <Key extends "retry" | "timeoutMs" | "onError">(key: Key): FlowNode[Key] | undefined => {
    const first = nodes[0]?.[key];
    return nodes.every((node) => JSON.stringify(node[key]) === JSON.stringify(first)) ? first : undefined;
  };
  const hasQueued = nodes.some((node) => inspect(node).definition?.mode === "queued");
  return (
    <div className="flex flex-col gap-5 px-4 py-4">
      <div>
        <h3 className="text-base font-semibold text-ink">{t.multi.title(nodes.length)}</h3>
        <p className="text-sm text-ink-2">{t.multi.body}</p>
        <ul aria-label={t.multi.kinds} className="mt-2 flex flex-wrap gap-1">
          {[...kinds].map(([title, count]) => (
            <li key={title}>
              <Badge>
                {title} × {count}
              </Badge>
            </li>
          ))}
        </ul>
      </div>
      <SwitchField
        label={t.multi.disable}
        hint={t.disabledHint}
        isOn={nodes.every(({ disabled }) => disabled === true)}
        isDisabled={!canEdit}
        onChange={(disabled) => set({ disabled }, "disable")}
      />
      <OnErrorField
        value={shared("onError") ?? null}
        canEdit={canEdit}
        onChange={(onError) => set({ onError }, "config")}
      />
      {!hasQueued && <p className="-mb-2 text-xs text-ink-3">{t.multi.retryHint}</p>}
      <RetryFields
        retry={shared("retry")}
        timeoutMs={shared("timeoutMs")}
        canEdit={canEdit}
        onRetry={(retry) => set({ retry }, "config")}
        onTimeout={(timeoutMs) => set({ timeoutMs }, "config")}
      />
    </div>
  );
}
