import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { useChat } from "./chat-context.ts";
import { MessageGroup } from "./message-group.tsx";
import { QueueNotice } from "./queue-notice.tsx";
import { isFromThem } from "./talk/talk-state.ts";
import { toTimeline } from "./talk/to-timeline.ts";
import { TypingDots } from "./typing-dots.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

/** All that was said, the newest at the end. */
export function MessageLog() {
  const { t, talk, formats } = useChat();
  const state = useStore(talk.store);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd } = useStickToEnd(scroller, content);
  const now = Date.now();
  const items = useMemo(() => toTimeline(state, new Date().toISOString(), formats.dayKey), [state, formats]);

  // What the customer sends is always worth seeing, wherever they were reading.
  const sentCount = state.outbox.length;
  const knownCount = useRef(sentCount);
  useEffect(() => {
    if (sentCount > knownCount.current) toEnd("smooth");
    knownCount.current = sentCount;
  }, [sentCount, toEnd]);

  const lastSeq = state.messages.at(-1)?.seq ?? 0;
  const [leftAt, setLeftAt] = useState(lastSeq);
  if (isAtEnd && leftAt !== lastSeq) setLeftAt(lastSeq);
  const missed = state.messages.filter((message) => message.seq > leftAt && isFromThem(message)).length;

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        role="log"
        aria-label={t.log}
        aria-live="polite"
        className="h-full overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        <div ref={content} className="flex min-h-full flex-col gap-4 px-4 py-5">
          {items.map((item) => {
            if (item.kind === "day") {
              return (
                <p key={item.key} className="self-center text-xs text-ink-3">
                  {formats.day(item.at, now)}
                </p>
              );
            }
            if (item.kind === "notice") {
              return (
                <p
                  key={item.key}
                  className="max-w-[85%] self-center text-center text-sm whitespace-pre-wrap text-ink-3"
                >
                  {item.message.parts.map((part) => (part.type === "text" ? part.text : "")).join("\n")}
                </p>
              );
            }
            return <MessageGroup key={item.key} group={item} />;
          })}
          <TypingDots />
          <QueueNotice />
        </div>
      </div>
      {!isAtEnd && (
        <button
          type="button"
          onClick={() => toEnd("smooth")}
          className="chat-enter absolute bottom-3 left-1/2 inline-flex h-9 -translate-x-1/2 items-center gap-1.5 rounded-full border border-line bg-raised px-3.5 text-sm font-medium text-ink-2 shadow-pop transition-colors hover:bg-hover hover:text-ink"
        >
          <ArrowDown aria-hidden size={16} />
          {missed > 0 ? t.newMessages(missed) : t.latest}
        </button>
      )}
    </div>
  );
}
