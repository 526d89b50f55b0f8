import { Sparkles } from "lucide-react";
import { useChat } from "./chat-context.ts";
import { Feedback } from "./feedback.tsx";
import type { ChatMessage } from "./talk/message.ts";
import type { TimelineItem } from "./talk/to-timeline.ts";

type Group = Extract<TimelineItem, { readonly kind: "group" }>;

/** Who or what wrote it, when, and what the reader thinks of it. */
export function MessageMeta({ group }: { readonly group: Group }) {
  const { t, formats } = useChat();
  const last = group.entries.at(-1);
  if (!last || last.outgoing?.delivery === "failed") return null;
  const time = (
    <time dateTime={last.at} title={formats.full(last.at)}>
      {formats.time(last.at)}
    </time>
  );
  const line = "flex min-h-6 flex-wrap items-center gap-x-1.5 text-xs text-ink-3";
  if (group.speaker === "customer") {
    const isUnsent = last.outgoing !== null && last.outgoing.delivery !== "sent";
    return <p className={line}>{isUnsent ? t.sending : time}</p>;
  }
  const rated = findRated(group);
  return (
    <div className={line}>
      {group.isModel ? (
        <span className="inline-flex items-center gap-1">
          <Sparkles aria-hidden size={13} className="text-family-ai" />
          {t.aiGenerated}
        </span>
      ) : (
        <span>{group.speaker === "agent" ? t.tagAgent : t.tagBot}</span>
      )}
      <span aria-hidden>·</span>
      {time}
      {rated && <Feedback message={rated} />}
    </div>
  );
}

/** What the thumbs are about: the answer, where there is one; else the bot's last words. */
function findRated({ entries }: Group): ChatMessage | null {
  const messages = entries.flatMap(({ message }) => (message?.role === "bot" ? [message] : []));
  return messages.findLast(({ origin }) => origin !== "flow") ?? messages.at(-1) ?? null;
}
