"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Use } from "#flows/editing/where-used.ts";
import { RemoveDialog } from "../inspector/panels/remove-dialog.tsx";
import { getHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";

/** Asks before nodes go to which jumps or settings lead. */
export function RemoveNodesDialog({ uses }: { readonly uses: readonly Use[] }) {
  const t = useTexts(canvasMessages).removeNodes;
  const close = useCanvasUi((state) => state.close);
  return (
    <RemoveDialog
      isOpen
      title={t.title}
      uses={uses}
      action={t.action}
      onRemove={() => {
        close();
        getHands()?.nodes.removeMarked();
      }}
      onClose={close}
    />
  );
}
