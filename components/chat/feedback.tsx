import { ThumbsDown, ThumbsUp } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useChat, useTalk } from "./chat-context.ts";
import { FeedbackReasons } from "./feedback-reasons.tsx";
import type { ChatMessage } from "./talk/message.ts";

const THUMB =
  "grid size-7 place-items-center rounded-sm transition-colors hover:bg-hover hover:text-ink aria-pressed:text-brand-text";

/** Thumbs for one message of the bot; a thumb down may say why. Answers offer it openly, drawn steps only to who looks for it. */
export function Feedback({ message }: { readonly message: ChatMessage }) {
  const { t, talk } = useChat();
  const rating = useTalk((state) => state.ratings[message.id] ?? null);
  const [isAsking, setIsAsking] = useState(false);
  const isAnswer = message.origin === "faq" || message.origin === "model";
  const visibility =
    isAnswer || rating || isAsking
      ? ""
      : "opacity-0 transition-opacity group-hover/messages:opacity-100 focus-within:opacity-100";

  const rateDown = () => {
    setIsAsking(true);
    if (rating?.value !== "down") void talk.rateMessage(message.id, { value: "down", reason: null });
  };

  return (
    <span className={`-my-1 inline-flex items-center ${visibility}`}>
      <button
        type="button"
        aria-label={t.good}
        title={t.good}
        aria-pressed={rating?.value === "up"}
        onClick={() => void talk.rateMessage(message.id, { value: "up", reason: null })}
        className={THUMB}
      >
        <ThumbsUp
          aria-hidden
          size={15}
          strokeWidth={1.75}
          fill={rating?.value === "up" ? "currentColor" : "none"}
        />
      </button>
      <Popover.Root open={isAsking} onOpenChange={setIsAsking}>
        <Popover.Anchor asChild>
          <button
            type="button"
            aria-label={t.bad}
            title={t.bad}
            aria-pressed={rating?.value === "down"}
            onClick={rateDown}
            className={THUMB}
          >
            <ThumbsDown
              aria-hidden
              size={15}
              strokeWidth={1.75}
              fill={rating?.value === "down" ? "currentColor" : "none"}
            />
          </button>
        </Popover.Anchor>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={6}
            collisionPadding={12}
            aria-label={t.badWhy}
            onEscapeKeyDown={(event) => event.stopPropagation()}
            className="chat-enter z-20 w-72 max-w-[calc(100vw-24px)] rounded-lg border border-line bg-raised p-4 shadow-pop"
          >
            <FeedbackReasons
              onSubmit={(reason) => talk.rateMessage(message.id, { value: "down", reason })}
              onDone={() => setIsAsking(false)}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <span role="status" className="sr-only">
        {rating ? t.rated : ""}
      </span>
    </span>
  );
}
