import { backoffMs } from "./backoff.ts";
import { parseLiveEvent } from "./parse-live-event.ts";
import { isLostStatus, type OpenTalk } from "./talk-deps.ts";
import { hasGap, type TalkState } from "./talk-state.ts";

/** The server sends a heartbeat at least every 20 s; a line that is silent for longer is dead, whatever the browser thinks. */
const SILENCE_MAX_MS = 45_000;

/** A line that lived this long was a good one: the next pause is short again. */
const GOOD_LINE_MS = 5_000;

/** Dots go out when nobody renews them. */
const TYPING_MS = 6_000;

/** Keeps one open talk up to date: live events, reading on after a cut, and reading by the clock where streams do not get through. */
export function createLink(talk: OpenTalk) {
  const { api, surroundings } = talk.deps;
  let cut: (() => void) | null = null;
  let skipPause: (() => void) | null = null;
  let lastByteAt = 0;
  let isReading = false;
  let cancelPoll: (() => void) | null = null;
  let cancelTyping: (() => void) | null = null;

  const catchUp = async (): Promise<void> => {
    if (isReading || talk.isLeft()) return;
    isReading = true;
    for (let hasMore = true; hasMore && !talk.isLeft(); ) {
      const after = talk.store.getState().cursor;
      const page = await api.listMessages(talk.session, after);
      hasMore = page.isOk && page.value.hasMore && page.value.messages.length > 0;
      if (talk.isLeft()) break;
      if (page.isOk) talk.dispatch({ type: "page-loaded", after, ...page.value });
      else if (isLostStatus(page.failure.status)) talk.onLost();
    }
    isReading = false;
  };

  const poll = (state: TalkState): void => {
    const pauseMs = pollPauseMs(state);
    if (pauseMs === null || cancelPoll) return;
    cancelPoll = surroundings.after(pauseMs, () => {
      cancelPoll = null;
      void catchUp().then(() => talk.isLeft() || poll(talk.store.getState()));
    });
  };

  const listen = async (): Promise<number> => {
    const controller = new AbortController();
    cut = () => controller.abort();
    lastByteAt = surroundings.now();
    let cancelWatch = () => {};
    const watch = () => {
      cancelWatch = surroundings.after(SILENCE_MAX_MS / 3, () => {
        if (surroundings.now() - lastByteAt > SILENCE_MAX_MS) controller.abort();
        else watch();
      });
    };
    watch();
    const status = await api.readEvents(talk.session, {
      lastSeq: talk.store.getState().cursor,
      signal: controller.signal,
      onOpen: () => {
        talk.dispatch({ type: "link-changed", link: "live" });
        // The status may have changed while nobody listened, and it is not part of the log.
        void catchUp();
      },
      onByte: () => {
        lastByteAt = surroundings.now();
      },
      onEvent: (event) => {
        const known = talk.isLeft() ? null : parseLiveEvent(event);
        if (known) talk.dispatch(known);
        if (known?.type === "typing-seen") expireTyping();
      },
    });
    cancelWatch();
    cut = null;
    return status;
  };

  const expireTyping = (): void => {
    cancelTyping?.();
    cancelTyping = surroundings.after(TYPING_MS, () => talk.dispatch({ type: "typing-stopped" }));
  };

  const run = async (): Promise<void> => {
    for (let attempt = 0; !talk.isLeft(); attempt += 1) {
      const startedAt = surroundings.now();
      const status = await listen();
      if (talk.isLeft()) return;
      talk.dispatch({ type: "link-changed", link: "lost" });
      if (isLostStatus(status)) {
        talk.onLost();
        return;
      }
      if (surroundings.now() - startedAt > GOOD_LINE_MS) attempt = 0;
      await new Promise<void>((resolve) => {
        const cancel = surroundings.after(backoffMs(attempt, surroundings.chance()), resolve);
        skipPause = () => {
          cancel();
          resolve();
        };
      });
    }
  };

  const unsubscribe = talk.store.subscribe(poll);

  return {
    start: () => void run(),
    /** The network or the reader is back: look at once. */
    wake: () => {
      void catchUp();
      skipPause?.();
      if (surroundings.now() - lastByteAt > SILENCE_MAX_MS / 2) cut?.();
    },
    stop: () => {
      unsubscribe();
      cancelPoll?.();
      cancelTyping?.();
      cut?.();
      skipPause?.();
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
