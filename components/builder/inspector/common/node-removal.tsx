"use client";

import { useState } from "react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { removeSelection } from "#flows/editing/edits/remove-selection.ts";
import { listMissed } from "#flows/editing/list-missed.ts";
import type { NodePlace } from "#flows/editing/locate.ts";
import { inspectorMessages } from "../messages.ts";
import { RemoveUnlessMissed } from "../panels/remove-unless-missed.tsx";

type NodeRemovalProps = { readonly place: NodePlace; onClose(): void };

/** Takes a node away, after a question where jumps or settings lead to it. */
export function NodeRemoval({ place: { flowId, nodeId }, onClose }: NodeRemovalProps) {
  const t = useTexts(inspectorMessages);
  const store = useBuilderStore();
  const [missed] = useState(() => listMissed(store.getState().bundle, flowId, new Set([nodeId])));
  return (
    <RemoveUnlessMissed
      title={t.removeTitle}
      uses={missed}
      action={t.remove}
      onRemove={() =>
        store.getState().edit((bundle) => removeSelection(bundle, flowId, { nodes: [nodeId] }), {
          label: "delete",
        })
      }
      onClose={onClose}
    />
  );
}
