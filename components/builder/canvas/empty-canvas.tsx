"use client";

import { Panel } from "@xyflow/react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import { useBuilder } from "../store/builder-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { canvasMessages } from "./messages.ts";

/** What a new author sees before there is anything but a start. */
export function EmptyCanvas({ hands }: { readonly hands: CanvasHands }) {
  const t = useTexts(canvasMessages).empty;
  const canEdit = useBuilder((state) => state.canEdit);
  const count = useBuilder(({ bundle, flowId }) => findFlow(bundle, flowId)?.nodes.length ?? 0);
  const start = useBuilder(
    ({ bundle, flowId }) => findFlow(bundle, flowId)?.nodes.find(({ kind }) => kind === "start")?.id ?? null,
  );
  if (!canEdit || count > 1) return null;
  const add = (kind: string) => () => {
    if (start === null) hands.nodes.addBeside(kind);
    else hands.nodes.addNext(kind, { nodeId: start, port: "next" });
  };
  return (
    <Panel position="bottom-center" className="!mb-24 !w-max max-w-[min(420px,calc(100%-32px))]">
      <div className="rounded-lg border border-dashed border-line-strong bg-surface p-5 text-center">
        <h2 className="text-lg font-semibold text-ink">{t.title}</h2>
        <p className="mt-1 text-sm text-ink-2">{t.text}</p>
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <Button look="primary" onClick={add("message")}>
            {t.message}
          </Button>
          <Button onClick={add("ask")}>{t.ask}</Button>
          <Button onClick={add("intent")}>{t.intent}</Button>
        </div>
      </div>
    </Panel>
  );
}
