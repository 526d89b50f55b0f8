"use client";

import dynamic from "next/dynamic";
import { ChatFrame } from "./chat-frame.tsx";
import { ChatSkeleton } from "./chat-skeleton.tsx";

export type ChatPageProps = {
  readonly botKey: string;
  readonly isEmbedded: boolean;
  readonly wantedLocale: string | null;
  /** The page that says it holds this frame; only that very origin can be talked to. */
  readonly hostOrigin: string | null;
};

// The reader's language, storage and colours are known to the browser only: the server sends the shape alone.
const ChatApp = dynamic(() => import("./chat-app.tsx").then((module) => module.ChatApp), {
  ssr: false,
  loading: ChatSkeleton,
});

/** A customer's chat with one bot: the hosted page, and what the widget shows. */
export function ChatPage(props: ChatPageProps) {
  return (
    <ChatFrame isEmbedded={props.isEmbedded}>
      <ChatApp {...props} />
    </ChatFrame>
  );
}
