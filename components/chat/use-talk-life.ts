import { useEffect, useRef } from "react";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { Talk } from "./talk/create-talk.ts";
import { readSubject } from "./talk/read-subject.ts";
import { talkKey } from "./talk/talk-storage.ts";

type TalkLife = {
  readonly talk: Talk;
  readonly botKey: string;
  readonly locale: string;
  readonly identity: string | null;
  readonly context: JsonObject | null;
  readonly isReady: boolean;
};

/** Opens the talk when all is known, wakes it with the network and the reader, follows other tabs, and lets go at the end. */
export function useTalkLife({ talk, botKey, locale, identity, context, isReady }: TalkLife): void {
  const options = useRef({ locale, identity, context });
  useEffect(() => {
    options.current = { locale, identity, context };
  });

  // Another person signed in: the talk of the one before must leave the page at once. A changed token of the same person changes nothing.
  const subject = readSubject(identity);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject is the reason to open again.
  useEffect(() => {
    if (!isReady) return;
    void talk.open(options.current);
    return () => talk.close();
  }, [talk, isReady, subject]);

  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === "visible") talk.wake();
    };
    const follow = (event: StorageEvent) => {
      if (event.key?.startsWith(talkKey(botKey, null))) talk.follow();
    };
    addEventListener("online", wake);
    addEventListener("pageshow", wake);
    document.addEventListener("visibilitychange", wake);
    addEventListener("storage", follow);
    return () => {
      removeEventListener("online", wake);
      removeEventListener("pageshow", wake);
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("storage", follow);
    };
  }, [talk, botKey]);
}
