import { ChevronDown } from "lucide-react";
import { Avatar } from "./avatar.tsx";
import { useChat, useTalk } from "./chat-context.ts";
import { ChatMenu } from "./chat-menu.tsx";
import { IconButton } from "./icon-button.tsx";
import type { ChatTexts } from "./messages.ts";
import type { TalkState } from "./talk/talk-state.ts";
import { useOnline } from "./use-online.ts";

/** Who answers, bot or person, and whether they are there. */
export function ChatHeader() {
  const { bot, t, onClose } = useChat();
  const agent = useTalk(findAgent);
  const status = useTalk((state) => state.status);
  const isOnline = useOnline();
  const isLinked = useTalk((state) => state.link !== "lost");
  const isLive = isOnline && isLinked;
  const line = toLine({ status, isLive, isOnline }, t);

  return (
    <header className="flex h-15 shrink-0 items-center gap-3 border-b border-line pr-2 pl-4">
      <Avatar
        speaker={agent ? "agent" : "bot"}
        name={agent ?? bot.name}
        url={bot.theme.avatarUrl}
        sizePx={36}
      />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-[15px] leading-5 font-semibold">{agent ?? bot.name}</h1>
        <p className="flex items-center gap-1.5 text-xs text-ink-2">
          <span
            aria-hidden
            className={`size-1.5 shrink-0 rounded-full ${isLive && status !== "ended" ? "bg-success-text" : "bg-ink-3"}`}
          />
          <span className="truncate">{line}</span>
        </p>
      </div>
      <ChatMenu />
      {onClose && <IconButton icon={ChevronDown} name={t.closeChat} onClick={onClose} />}
    </header>
  );
}

function findAgent(state: TalkState): string | null {
  if (state.status !== "human") return null;
  return state.messages.findLast((message) => message.role === "agent")?.author ?? null;
}

type Standing = {
  readonly status: TalkState["status"];
  readonly isLive: boolean;
  readonly isOnline: boolean;
};

function toLine({ status, isLive, isOnline }: Standing, t: ChatTexts): string {
  if (status === "ended") return t.ended;
  if (!isLive) return isOnline ? t.reconnecting : t.noNetwork;
  if (status === "queued") return t.queued;
  if (status === "human") return t.human;
  return `${t.bot} · ${status === "working" ? t.working : t.online}`;
}
