"use client";

import { Dialog } from "radix-ui";
import { useTexts } from "#components/i18n/use-texts.ts";
import { findFlow } from "#flows/editing/locate.ts";
import { useBuilder } from "../store/builder-context.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import { NodePicker } from "./node-picker.tsx";

/** Jumps to a node by its name or by what it says. */
export function GoToDialog() {
  const t = useTexts(canvasMessages).goTo;
  const close = useCanvasUi((state) => state.close);
  const flowId = useBuilder((state) => state.flowId);
  const focus = useBuilder((state) => state.focus);
  const flow = useBuilder((state) => findFlow(state.bundle, state.flowId));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="pop fixed left-1/2 top-[14vh] z-50 w-[calc(100vw-32px)] max-w-120 -translate-x-1/2 rounded-md bg-raised shadow-panel outline-none"
        >
          <Dialog.Title className="sr-only">{t.label}</Dialog.Title>
          <NodePicker
            label={t.label}
            nodes={flow?.nodes ?? []}
            onPick={(nodeId) => {
              close();
              focus({ flowId, nodeId });
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
