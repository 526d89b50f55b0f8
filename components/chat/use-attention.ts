import { useEffect, useRef } from "react";
import { playChime } from "./play-chime.ts";
import type { Talk } from "./talk/create-talk.ts";
import { countUnread, isFromThem } from "./talk/talk-state.ts";

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
    let knownTalk = "";
    let knownSeq = 0;
    let unread = 0;
    return talk.store.subscribe((state) => {
      const last = state.messages.findLast(isFromThem);
      const isSameTalk = state.phase.kind === "open" && state.phase.conversationId === knownTalk;
      if (state.phase.kind === "open") knownTalk = state.phase.conversationId;
      const isNew = isSameTalk && last !== undefined && last.seq > knownSeq;
      knownSeq = isSameTalk ? Math.max(knownSeq, last?.seq ?? 0) : (last?.seq ?? 0);
      if (isNew) {
        latest.current.onMessage(last.role === "agent" ? "agent" : "bot");
        if (!latest.current.isSeen && latest.current.hasSound) playChime();
      }
      if (isNew && latest.current.isSeen) talk.tellRead();
      const count = countUnread(talk.store.getState());
      if (count !== unread) latest.current.onUnread(count);
      unread = count;
    });
  }, [talk]);

  useEffect(() => {
    if (isSeen) {
      talk.tellRead();
      return;
    }
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
