"use client";

import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { TalkMessage } from "./conversation-view.tsx";
import { MessageParts } from "./message-parts.tsx";
import { conversationMessages } from "./messages.ts";

type ThreadMessageProps = {
  readonly message: TalkMessage;
  /** Its turn is the one in the trace. */
  readonly isChosen: boolean;
  onChoose(): void;
};

/** The customer on the left, the house on the right. A click shows what the bot did in this turn. */
export function ThreadMessage({ message, isChosen, onChoose }: ThreadMessageProps) {
  const t = useTexts(conversationMessages);
  const formats = useFormats();
  const isCustomer = message.role === "customer";
  if (message.role === "system") {
    return (
      <li className="text-center text-xs text-ink-3">
        <MessageParts parts={message.parts} />
      </li>
    );
  }
  return (
    <li className={joinClasses("flex flex-col", isCustomer ? "items-start" : "items-end")}>
      <div className="mb-1 flex items-center gap-1.5 text-xs text-ink-3">
        <span className="font-medium text-ink-2">{message.author ?? t.roles[message.role]}</span>
        {!isCustomer && message.origin !== "flow" && (
          <Badge tone={message.origin === "model" ? "accent" : "neutral"}>{t.origins[message.origin]}</Badge>
        )}
        <time dateTime={message.at} title={formats.dateTime(message.at)}>
          {formats.time(message.at)}
        </time>
      </div>
      <button
        type="button"
        onClick={onChoose}
        aria-pressed={isChosen}
        title={t.showTrace(message.turn)}
        className={joinClasses(
          "max-w-[88%] rounded-md border px-3.5 py-2 text-left text-base transition-colors duration-[var(--fast)]",
          isCustomer ? "rounded-tl-xs bg-surface" : "rounded-tr-xs bg-accent-soft",
          isChosen
            ? "border-accent"
            : isCustomer
              ? "border-line hover:border-line-strong"
              : "border-transparent hover:border-accent-line",
        )}
      >
        <MessageParts parts={message.parts} />
      </button>
    </li>
  );
}
