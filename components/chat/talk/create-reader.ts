import { isLostStatus, type OpenTalk } from "./talk-deps.ts";
import { hasGap, type TalkState } from "./talk-state.ts";

/** Reads the log on from the cursor: when asked, and by the clock while something is known to be missing or to be on its way. */
export function createReader(talk: OpenTalk) {
  const { api, surroundings } = talk.deps;
  let isReading = false;
  let cancelPoll: (() => void) | null = null;

  /** True when there is more to read. */
  const readPage = async (): Promise<boolean> => {
    const after = talk.store.getState().cursor;
    const page = await api.listMessages(talk.session, after);
    if (talk.isLeft()) return false;
    if (page.isOk) talk.dispatch({ type: "page-loaded", after, ...page.value });
    else if (isLostStatus(page.failure.status)) talk.onLost();
    return page.isOk && page.value.hasMore && page.value.messages.length > 0;
  };

  const catchUp = async (): Promise<void> => {
    if (isReading || talk.isLeft()) return;
    isReading = true;
    while (await readPage());
    isReading = false;
  };

  const poll = (state: TalkState): void => {
    const pauseMs = pollPauseMs(state);
    if (pauseMs === null || cancelPoll || talk.isLeft()) return;
    cancelPoll = surroundings.after(pauseMs, () => {
      cancelPoll = null;
      void catchUp().then(() => poll(talk.store.getState()));
    });
  };
  const unsubscribe = talk.store.subscribe(poll);

  return {
    catchUp: () => void catchUp(),
    stop: () => {
      unsubscribe();
      cancelPoll?.();
    },
  };
}

function pollPauseMs(state: TalkState): number | null {
  if (state.phase.kind !== "open") return null;
  if (hasGap(state)) return 400;
  const isLive = state.link === "live";
  if (state.status === "working") return isLive ? 10_000 : 2_000;
  if (state.status === "human" || state.status === "queued") return isLive ? null : 4_000;
  return null;
}
