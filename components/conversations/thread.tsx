"use client";

import { useLayoutEffect, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { TalkMessage } from "./conversation-view.tsx";
import { conversationMessages } from "./messages.ts";
import { ThreadMessage } from "./thread-message.tsx";

type ThreadProps = {
  readonly messages: readonly TalkMessage[];
  readonly turn: number | null;
  readonly hasEarlier: boolean;
  readonly isLoadingEarlier: boolean;
  onEarlier(): void;
  onChoose(turn: number): void;
};

export function Thread({ messages, turn, hasEarlier, isLoadingEarlier, onEarlier, onChoose }: ThreadProps) {
  const t = useTexts(conversationMessages);
  const scroller = useRef<HTMLElement>(null);
  const newest = messages.at(-1)?.seq ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new newest message moves the reader to the end
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [newest]);
  return (
    <ScrollRegion ref={scroller} label={t.thread} className="h-full px-4 py-5 md:px-5">
      {hasEarlier && (
        <div className="mb-4 text-center">
          <Button look="ghost" size="sm" isBusy={isLoadingEarlier} onClick={onEarlier}>
            {t.earlier}
          </Button>
        </div>
      )}
      <ol className="flex flex-col gap-3">
        {messages.map((message) => (
          <ThreadMessage
            key={message.seq}
            message={message}
            isChosen={message.turn === turn}
            onChoose={() => onChoose(message.turn)}
          />
        ))}
      </ol>
    </ScrollRegion>
  );
}
