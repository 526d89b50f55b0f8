import { useEffect, useState } from "react";
import { Avatar } from "./avatar.tsx";
import { useChat, useTalk } from "./chat-context.ts";
import type { TalkState } from "./talk/talk-state.ts";
import { useOnline } from "./use-online.ts";

/** An answer that comes at once needs no dots before it. */
const PATIENCE_MS = 350;

/** Three dots while the other side writes. */
export function TypingDots() {
  const { bot, t } = useChat();
  const isOnline = useOnline();
  const likely = useTalk(findWriter);
  const writer = isOnline ? likely : null;
  const agent = useTalk((state) => state.messages.findLast(({ role }) => role === "agent")?.author ?? null);
  const [shown, setShown] = useState<"bot" | "agent" | null>(null);

  useEffect(() => {
    if (!writer) return;
    const timer = setTimeout(() => setShown(writer), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setShown(null);
    };
  }, [writer]);

  if (!shown) return null;
  const name = shown === "agent" ? (agent ?? t.agent) : bot.name;
  return (
    <div className="chat-enter flex items-center gap-2.5">
      <span className="shrink-0 max-[359px]:hidden">
        <Avatar speaker={shown} name={name} url={bot.theme.avatarUrl} sizePx={28} />
      </span>
      <span className="flex h-10 items-center gap-1 rounded-xl rounded-bl-xs bg-bubble px-4">
        {[0, 160, 320].map((delayMs) => (
          <span
            key={delayMs}
            aria-hidden
            style={{ animationDelay: `${delayMs}ms` }}
            className="chat-dot size-1.5 rounded-full bg-ink-3"
          />
        ))}
        <span className="sr-only">{shown === "agent" ? t.agentTyping(name) : t.botTyping}</span>
      </span>
    </div>
  );
}

function findWriter(state: TalkState): "bot" | "agent" | null {
  if (state.streams.length > 0 || state.status === "ended") return null;
  if (state.typing) return state.typing;
  const isBotsTurn = state.status === "working" || (state.status === "waiting" && hasJustAsked(state));
  return isBotsTurn && state.link !== "lost" ? "bot" : null;
}

function hasJustAsked(state: TalkState): boolean {
  return state.outbox.some(({ delivery }) => delivery === "sending");
}
