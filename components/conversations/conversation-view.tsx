"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { conversationMessages } from "./messages.ts";
import { Thread } from "./thread.tsx";
import { TracePane } from "./trace-pane.tsx";
import { useEarlier } from "./use-earlier.ts";

export type Talk = Outputs["conversation"]["get"];
export type TalkMessage = Talk["messages"][number];
export type TalkTurn = Talk["turns"][number];

/** Thread and trace side by side; on small screens one at a time. Without a choice the newest turn is shown. */
export function ConversationView({ talk }: { readonly talk: Talk }) {
  const t = useTexts(conversationMessages);
  const [chosen, setChosen] = useState<number | null>(null);
  const [pane, setPane] = useState<"thread" | "trace">("thread");
  const { messages, turns, hasEarlier, isLoading, loadEarlier } = useEarlier(talk);
  const turn = chosen ?? turns.at(-1)?.number ?? null;
  const choose = (next: number) => {
    setChosen(next);
    setPane("trace");
  };
  return (
    <div className="flex h-full flex-col">
      <ConversationHeader conversation={talk.conversation} />
      <div className="border-b border-line bg-surface px-4 py-2 xl:hidden">
        <Segmented<"thread" | "trace">
          label={t.panes}
          value={pane}
          options={[
            { value: "thread", label: t.thread },
            { value: "trace", label: t.trace },
          ]}
          onChange={setPane}
          className="w-full"
        />
      </div>
      <div className="grid min-h-0 flex-1 xl:grid-cols-2">
        <div className={joinClasses("min-h-0 xl:block", pane === "trace" && "hidden")}>
          <Thread
            messages={messages}
            turn={turn}
            hasEarlier={hasEarlier}
            isLoadingEarlier={isLoading}
            onEarlier={loadEarlier}
            onChoose={choose}
          />
        </div>
        <div
          className={joinClasses(
            "min-h-0 border-line bg-surface xl:block xl:border-l",
            pane === "thread" && "hidden",
          )}
        >
          <TracePane turns={turns} turn={turn} titles={talk.titles} onChoose={setChosen} />
        </div>
      </div>
    </div>
  );
}
