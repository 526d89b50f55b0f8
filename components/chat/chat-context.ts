import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Locale } from "../../flows/kernel/text.ts";
import type { Formats } from "./create-formats.ts";
import type { ChatTexts } from "./messages.ts";
import type { Bot } from "./talk/bot.ts";
import type { Talk } from "./talk/create-talk.ts";
import type { TalkState } from "./talk/talk-state.ts";

/** What every part of one face shares. */
export type Chat = {
  readonly bot: Bot;
  readonly talk: Talk;
  readonly t: ChatTexts;
  readonly locale: Locale;
  readonly formats: Formats;
  readonly isMuted: boolean;
  /** Null on the hosted page, where there is nothing to fold away. */
  readonly onClose: (() => void) | null;
  onLocale(locale: Locale): void;
  onMuted(isMuted: boolean): void;
  onStartNew(): void;
  getDraft(): string;
  keepDraft(text: string): void;
};

export const ChatContext = createContext<Chat | null>(null);

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("useChat outside of a chat");
  return chat;
}

/** One fact of the talk; the component draws again only when that fact changes. */
export function useTalk<Fact>(select: (state: TalkState) => Fact): Fact {
  return useStore(useChat().talk.store, select);
}
