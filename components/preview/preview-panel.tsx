"use client";

import { Zap } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TalkComposer } from "./chat/talk-composer.tsx";
import { TalkView } from "./chat/talk-view.tsx";
import { createPreview } from "./create-preview.ts";
import { DebugView } from "./debug/debug-view.tsx";
import { NodeBar } from "./debug/node-bar.tsx";
import { PauseBar } from "./debug/pause-bar.tsx";
import { VariablesView } from "./debug/variables-view.tsx";
import { WaitingBar } from "./debug/waiting-bar.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { previewMessages } from "./messages.ts";
import { PreviewContext, usePreview } from "./preview-context.ts";
import { PreviewHeader, type PreviewTab } from "./preview-header.tsx";
import { usePreviewStore } from "./preview-store.ts";
import { VersionNotice } from "./version/version-notice.tsx";

/** Talks with the draft as a customer would, and shows why each answer came. */
export function PreviewPanel() {
  const builder = useBuilderStore();
  const client = useTRPCClient();
  const [preview] = useState(() => {
    const { botId } = builder.getState();
    return createPreview(builder, {
      ask: (question) => client.preview.match.mutate({ botId, ...question }),
      loadVersion: async (versionId) => {
        const { id, number, bundle } = await client.version.get.query({ versionId });
        return { id, number, bundle };
      },
    });
  });
  const [tab, setTab] = useState<PreviewTab>("chat");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => preview.open(), [preview]);
  return (
    <PreviewContext value={preview}>
      <div className="flex min-h-0 flex-1 flex-col" data-preview>
        <PreviewHeader tab={tab} onTab={setTab} />
        <PauseBar />
        <VersionNotice />
        <DraftNotice />
        {tab === "chat" && <TalkView onRewound={() => field.current?.focus()} />}
        {tab === "variables" && <VariablesView />}
        {tab === "debug" && <DebugView />}
        <NodeBar />
        {tab === "chat" && <TalkFoot field={field} />}
      </div>
    </PreviewContext>
  );
}

/** As many as an impatient customer sends. */
const BURST = 5;

function TalkFoot({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTexts(previewMessages);
  const { send, sendBurst } = usePreview();
  const isLost = usePreviewStore((state) => state.isLost);
  const isPaused = usePreviewStore((state) => state.talk.session?.awaiting.type === "paused");
  return (
    <div className="flex shrink-0 flex-col gap-1 border-t border-line p-2">
      <WaitingBar />
      <TalkComposer
        fieldRef={field}
        label={t.input}
        placeholder={isLost ? t.inputLost : isPaused ? t.inputPaused : t.inputHint}
        sendLabel={t.send}
        isDisabled={isLost}
        onSend={(text) => void send(text)}
        extra={(text, clear) => (
          <IconButton
            icon={Zap}
            label={t.burst}
            disabled={text === "" || isLost}
            onClick={() => {
              void sendBurst(Array.from({ length: BURST }, () => text));
              clear();
            }}
          />
        )}
      />
    </div>
  );
}
