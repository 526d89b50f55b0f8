import { Avatar } from "./avatar.tsx";
import { useChat } from "./chat-context.ts";
import { MessageEntry } from "./message-entry.tsx";
import { MessageMeta } from "./message-meta.tsx";
import type { TimelineItem } from "./talk/to-timeline.ts";

type Group = Extract<TimelineItem, { readonly kind: "group" }>;

/** What one speaker said in a row: the bot and people on the left with a face, the customer on the right. */
export function MessageGroup({ group }: { readonly group: Group }) {
  const { bot, t } = useChat();
  const { speaker, author, entries } = group;
  if (speaker === "customer") {
    return (
      <article aria-label={t.you} className="flex flex-col items-end gap-1 pl-10">
        {entries.map((entry, index) => (
          <MessageEntry
            key={entry.key}
            entry={entry}
            speaker={speaker}
            isLast={index === entries.length - 1}
          />
        ))}
        <MessageMeta group={group} />
      </article>
    );
  }
  const name = speaker === "agent" ? (author ?? t.agent) : bot.name;
  const isStreaming = entries.some((entry) => entry.isStreaming);
  return (
    <article aria-label={name} aria-busy={isStreaming} className="group/messages flex gap-2.5">
      <div className="shrink-0 pt-1.5 max-[359px]:hidden">
        <Avatar speaker={speaker} name={name} url={bot.theme.avatarUrl} sizePx={28} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1 pr-6">
        {speaker === "agent" && <p className="mb-0.5 text-xs font-medium text-ink-2">{name}</p>}
        {entries.map((entry, index) => (
          <MessageEntry
            key={entry.key}
            entry={entry}
            speaker={speaker}
            isLast={index === entries.length - 1}
          />
        ))}
        {!isStreaming && <MessageMeta group={group} />}
      </div>
    </article>
  );
}
