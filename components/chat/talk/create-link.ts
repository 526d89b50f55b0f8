import { backoffMs } from "./backoff.ts";
import { createReader } from "./create-reader.ts";
import type { ServerSentEvent } from "./parse-events.ts";
import { parseLiveEvent } from "./parse-live-event.ts";
import { isLostStatus, type OpenTalk } from "./talk-deps.ts";

/** The server sends a heartbeat every 20 s; a line that is silent for longer is dead, whatever the browser thinks. */
const SILENCE_MAX_MS = 45_000;

/** A line that lived this long was a good one: the next pause is short again. */
const GOOD_LINE_MS = 5_000;

/** Dots go out when nobody renews them. */
const TYPING_MS = 6_000;

/** Keeps one open talk up to date: live events, and reading on after a cut. */
export function createLink(talk: OpenTalk) {
  const { api, surroundings } = talk.deps;
  const reader = createReader(talk);
  let cut: (() => void) | null = null;
  let skipPause: (() => void) | null = null;
  let cancelTyping: (() => void) | null = null;
  let lastByteAt = 0;

  const hear = (event: ServerSentEvent): void => {
    const known = talk.isLeft() ? null : parseLiveEvent(event);
    if (!known) return;
    talk.dispatch(known);
    if (known.type !== "typing-seen") return;
    cancelTyping?.();
    cancelTyping = surroundings.after(TYPING_MS, () => talk.dispatch({ type: "typing-stopped" }));
  };

  /** Cuts the line when it has been silent for too long. */
  const watch = (controller: AbortController): void => {
    if (controller.signal.aborted) return;
    if (surroundings.now() - lastByteAt > SILENCE_MAX_MS) controller.abort();
    else surroundings.after(SILENCE_MAX_MS / 3, () => watch(controller));
  };

  const listen = async (): Promise<number> => {
    const controller = new AbortController();
    cut = () => controller.abort();
    lastByteAt = surroundings.now();
    watch(controller);
    const status = await api.readEvents(talk.session, {
      lastSeq: talk.store.getState().cursor,
      signal: controller.signal,
      onOpen: () => {
        talk.dispatch({ type: "link-changed", link: "live" });
        // The status may have changed while nobody listened, and it is not part of the log.
        reader.catchUp();
      },
      onByte: () => {
        lastByteAt = surroundings.now();
      },
      onEvent: hear,
    });
    controller.abort();
    cut = null;
    return status;
  };

  const pause = (attempt: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = surroundings.after(backoffMs(attempt, surroundings.chance()), resolve);
      skipPause = () => {
        cancel();
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    for (let attempt = 0; !talk.isLeft(); attempt += 1) {
      const startedAt = surroundings.now();
      const status = await listen();
      if (talk.isLeft()) return;
      talk.dispatch({ type: "link-changed", link: "lost" });
      if (isLostStatus(status)) return talk.onLost();
      if (surroundings.now() - startedAt > GOOD_LINE_MS) attempt = 0;
      await pause(attempt);
    }
  };

  return {
    start: () => void run(),
    /** The network or the reader is back: look at once. */
    wake: () => {
      reader.catchUp();
      skipPause?.();
      if (surroundings.now() - lastByteAt > SILENCE_MAX_MS / 2) cut?.();
    },
    stop: () => {
      reader.stop();
      cancelTyping?.();
      cut?.();
      skipPause?.();
    },
  };
}
