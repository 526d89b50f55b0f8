import { useEffect, useRef } from "react";
import { playChime } from "./play-chime.ts";
import type { Talk } from "./talk/create-talk.ts";
import { countUnread, isFromThem, type TalkState } from "./talk/talk-state.ts";

const BLINK_MS = 1_200;

type Attention = {
  readonly talk: Talk;
  /** The reader has the messages before their eyes. */
  readonly isSeen: boolean;
  readonly hasSound: boolean;
  readonly titlePrefix: string;
  onMessage(role: "bot" | "agent"): void;
  onUnread(count: number): void;
};

/** Marks as read what is seen; chimes and blinks the title for what is not. */
export function useAttention(attention: Attention): void {
  const latest = useRef(attention);
  useEffect(() => {
    latest.current = attention;
  });
  const { talk, isSeen } = attention;

  useEffect(() => {
    let unread = 0;
    return talk.store.subscribe((state, before) => {
      if (latest.current.isSeen) talk.tellRead();
      const role = findNewRole(state, before);
      if (role) latest.current.onMessage(role);
      if (role && !latest.current.isSeen && latest.current.hasSound) playChime();
      const count = countUnread(talk.store.getState());
      if (count !== unread) latest.current.onUnread(count);
      unread = count;
    });
  }, [talk]);

  useEffect(() => {
    if (isSeen) return talk.tellRead();
    const title = document.title;
    const timer = setInterval(() => {
      const isBlinking = countUnread(talk.store.getState()) > 0 && document.hidden;
      const isPlain = document.title === title;
      document.title = isBlinking && isPlain ? latest.current.titlePrefix + title : title;
    }, BLINK_MS);
    return () => {
      clearInterval(timer);
      document.title = title;
    };
  }, [talk, isSeen]);
}

/** Who has just said something, in a talk that was already open; what a talk opens with is no news. */
function findNewRole(state: TalkState, before: TalkState): "bot" | "agent" | null {
  if (before.phase.kind !== "open" || state.messages === before.messages) return null;
  const last = state.messages.findLast(isFromThem);
  const lastBefore = before.messages.findLast(isFromThem);
  if (!last || last.seq <= (lastBefore?.seq ?? 0)) return null;
  return last.role === "agent" ? "agent" : "bot";
}
