"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Use } from "#flows/editing/where-used.ts";
import { RemoveDialog } from "../inspector/panels/remove-dialog.tsx";
import { getHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import type { RemovalLabel } from "./remove-selected.ts";

type RemoveNodesDialogProps = { readonly uses: readonly Use[]; readonly label: RemovalLabel };

/** Asks before nodes go to which jumps or settings lead. */
export function RemoveNodesDialog({ uses, label }: RemoveNodesDialogProps) {
  const t = useTexts(canvasMessages).removeNodes;
  const close = useCanvasUi((state) => state.close);
  return (
    <RemoveDialog
      isOpen
      title={label === "cut" ? t.cutTitle : t.title}
      uses={uses}
      action={t.action}
      onRemove={() => {
        close();
        getHands()?.nodes.removeMarked(label);
      }}
      onClose={close}
    />
  );
}
