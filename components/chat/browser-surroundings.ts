import { createApi } from "./talk/create-api.ts";
import { createTalk } from "./talk/create-talk.ts";
import type { Surroundings } from "./talk/talk-deps.ts";
import { createTalkStorage, openKeyValues } from "./talk/talk-storage.ts";

/** Everything that one face needs, made once a page. */
export function createChatRuntime(botKey: string) {
  const api = createApi((...request) => fetch(...request));
  const storage = createTalkStorage(
    botKey,
    openKeyValues(() => localStorage),
    openKeyValues(() => sessionStorage),
  );
  const talk = createTalk({ botKey, api, storage, surroundings });
  return { api, storage, talk };
}

const surroundings: Surroundings = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
  createId,
  exclusively: async (name, run) => {
    // Without locks two tabs that open at the same moment may begin two talks; the later one wins for both.
    if (!("locks" in navigator)) return run();
    let hasBegun = false;
    try {
      return await navigator.locks.request(name, () => {
        hasBegun = true;
        return run();
      });
    } catch (error) {
      // A frame whose storage is blocked is refused the lock too.
      if (hasBegun) throw error;
      return run();
    }
  },
};

/** Unguessable, also on plain http where `randomUUID` is missing. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
