"use client";

import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { type NodeFields, setNodeField } from "#flows/editing/edits/set-config.ts";
import { findNode } from "../form/node-index.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { inspectorMessages } from "../messages.ts";
import { OnErrorField } from "./on-error-field.tsx";
import { RetryFields } from "./retry-fields.tsx";

/** What every kind has: what happens when it fails, and for work that runs as a job, how often and how long it tries. */
export function CommonSection() {
  const t = useTexts(inspectorMessages);
  const { flowId, nodeId, definition } = useNodeScope();
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const onError = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.onError);
  const retry = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.retry);
  const timeoutMs = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.timeoutMs);
  const [isOpen, setOpen] = useState(false);
  if (onError === undefined) return null;
  const set = (fields: NodeFields) =>
    store.getState().edit((bundle) => setNodeField(bundle, { flowId, nodeId }, fields), {
      label: "config",
      coalesce: `${flowId}/${nodeId}/${Object.keys(fields).join()}`,
    });
  const isQueued = definition.mode === "queued";
  return (
    <Collapsible
      title={isQueued ? t.reliability : t.onError.title}
      note={t.onError.modes[onError.mode]}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex flex-col gap-5">
        <OnErrorField value={onError} canEdit={canEdit} onChange={(next) => set({ onError: next })} />
        {(isQueued || retry !== undefined || timeoutMs !== undefined) && (
          <RetryFields
            retry={retry}
            timeoutMs={timeoutMs}
            canEdit={canEdit}
            onRetry={(next) => set({ retry: next })}
            onTimeout={(next) => set({ timeoutMs: next })}
          />
        )}
      </div>
    </Collapsible>
  );
}
