"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { inspect } from "#flows/editing/inspect.ts";
import { findNode } from "#flows/editing/locate.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import { NameDialog } from "./name-dialog.tsx";

const TITLE_MAX_CHARS = 200;

export function RenameDialog({ nodeId }: { readonly nodeId: string }) {
  const t = useTexts(canvasMessages).rename;
  const locale = usePreferences((state) => state.locale);
  const close = useCanvasUi((state) => state.close);
  const store = useBuilderStore();
  const { bundle, flowId } = store.getState();
  const node = findNode(bundle, { flowId, nodeId });
  return (
    <NameDialog
      title={t.title}
      start={node?.title ?? ""}
      placeholder={(node === null ? undefined : inspect(node).definition?.messages[locale].title) ?? ""}
      charsMax={TITLE_MAX_CHARS}
      onSave={(title) => getHands()?.nodes.rename(nodeId, title)}
      onClose={close}
    />
  );
}
