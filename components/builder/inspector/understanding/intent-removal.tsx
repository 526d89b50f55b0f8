"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { RemoveUnlessMissed } from "../panels/remove-unless-missed.tsx";
import { useUses } from "../panels/use-uses.ts";
import { understandingMessages } from "./messages.ts";

type IntentRemovalProps = {
  readonly intentId: string;
  readonly path: string;
  readonly name: string;
  onRemove(): void;
  onClose(): void;
};

/**
 * Takes an intent away at once where nobody misses it, and refuses where exits or conditions elsewhere would wait for it in vain.
 * Nobody misses it either while another node still recognises it.
 */
export function IntentRemoval({ intentId, path, name, onRemove, onClose }: IntentRemovalProps) {
  const t = useTexts(understandingMessages);
  const { flowId, nodeId } = useNodeScope();
  const all = useUses({ type: "intent", intentId });
  const others = all.filter((use) => use.flowId !== flowId || use.nodeId !== nodeId || use.path !== path);
  const missed = others.some(({ access }) => access === "declare") ? [] : others;
  return (
    <RemoveUnlessMissed
      isRefused
      title={t.removeIntent(name)}
      uses={missed}
      action={t.removeIntent(name)}
      onRemove={onRemove}
      onClose={onClose}
    />
  );
}
