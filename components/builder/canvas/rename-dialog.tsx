"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { inspect } from "#flows/editing/inspect.ts";
import { findNode } from "#flows/editing/locate.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";

const TITLE_MAX_CHARS = 200;

export function RenameDialog({ nodeId }: { readonly nodeId: string }) {
  const t = useTexts(canvasMessages).rename;
  const locale = usePreferences((state) => state.locale);
  const close = useCanvasUi((state) => state.close);
  const store = useBuilderStore();
  const { bundle, flowId } = store.getState();
  const node = findNode(bundle, { flowId, nodeId });
  const [title, setTitle] = useState(node?.title ?? "");
  return (
    <Dialog isOpen title={t.title} width="sm" onClose={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          getHands()?.nodes.rename(nodeId, title);
        }}
      >
        <input
          autoFocus
          aria-label={t.label}
          value={title}
          maxLength={TITLE_MAX_CHARS}
          placeholder={node === null ? "" : inspect(node).definition?.messages[locale].title}
          onChange={(event) => setTitle(event.target.value)}
          onFocus={(event) => event.target.select()}
          className="h-9 w-full rounded-sm border border-line-strong bg-surface px-3 text-base text-ink"
        />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t.cancel}</Button>
          <Button type="submit" look="primary">
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
