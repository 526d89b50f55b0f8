import { MessageSquarePlus } from "lucide-react";
import { useEffect, useRef } from "react";
import { useChat, useTalk } from "./chat-context.ts";
import { TalkRating } from "./talk-rating.tsx";

/** The end of a talk: what did you think of it, and the way to the next. */
export function EndCard() {
  const { t, onStartNew } = useChat();
  const rating = useTalk((state) => state.talkRating);
  const startNew = useRef<HTMLButtonElement>(null);

  // The field in which the reader was writing has just gone; their place must not go with it.
  useEffect(() => {
    if (document.activeElement === document.body) startNew.current?.focus({ preventScroll: true });
  }, []);

  return (
    <footer className="shrink-0 border-t border-line px-4 pt-4 pb-[max(16px,env(safe-area-inset-bottom))] text-center">
      {rating === "none" ? <p className="text-sm text-ink-2">{t.ended}</p> : <TalkRating />}
      <button
        ref={startNew}
        type="button"
        onClick={onStartNew}
        className="mt-3 inline-flex h-11 w-full max-w-80 items-center justify-center gap-2 rounded-md bg-brand px-4 font-medium text-brand-on transition-colors hover:bg-brand-hover"
      >
        <MessageSquarePlus aria-hidden size={18} strokeWidth={1.75} />
        {t.startNew}
      </button>
    </footer>
  );
}
