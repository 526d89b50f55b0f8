import { useEffect, useRef } from "react";
import { useChat, useTalk } from "./chat-context.ts";
import { ChatHeader } from "./chat-header.tsx";
import { ChatProblem } from "./chat-problem.tsx";
import { ChatSkeleton } from "./chat-skeleton.tsx";
import { Composer } from "./composer.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { EndCard } from "./end-card.tsx";
import { MessageLog } from "./message-log.tsx";

/** One open chat from top to bottom. `isShown`: the widget is unfolded. */
export function ChatPanel({ isShown }: { readonly isShown: boolean }) {
  const { t, onClose, talk } = useChat();
  const phase = useTalk((state) => state.phase);
  const isEnded = useTalk((state) => state.status === "ended");
  const input = useRef<HTMLTextAreaElement>(null);
  const isOpen = phase.kind === "open";

  // A finger that opened the widget does not want the keyboard to jump at it, and a frame takes the place of no one who reads the page around it.
  useEffect(() => {
    const isWelcome = document.hasFocus() && !matchMedia("(pointer: coarse)").matches;
    if (isOpen && isShown && isWelcome) input.current?.focus({ preventScroll: true });
  }, [isOpen, isShown]);

  useEffect(() => {
    if (!onClose) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) onClose();
    };
    addEventListener("keydown", closeOnEscape);
    return () => removeEventListener("keydown", closeOnEscape);
  }, [onClose]);

  if (phase.kind === "opening") return <ChatSkeleton />;
  if (phase.kind === "failed") {
    return <ChatProblem t={t} reason={phase.reason} onRetry={() => talk.wake()} onClose={onClose} />;
  }
  return (
    <div className="flex h-full min-w-0 flex-col">
      <ChatHeader />
      <ConnectionNotice />
      <MessageLog key={`log-${phase.conversationId}`} />
      {isEnded ? <EndCard /> : <Composer key={`input-${phase.conversationId}`} input={input} />}
    </div>
  );
}
