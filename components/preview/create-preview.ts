import type { BuilderStore } from "#components/builder/store/builder-store.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { pickLocale } from "#flows/editing/pick-locale.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { type AskMatcher, createMatcher } from "./ask-matcher.ts";
import { createEngine, type PreviewEngine } from "./engine/create-engine.ts";
import { hasBehaviourChanged } from "./engine/has-behaviour-changed.ts";
import type { PreviewTalk } from "./engine/preview-talk.ts";
import { isCutOff, rewindTalk } from "./engine/rewind-talk.ts";
import { keepPreview, loadPreview } from "./preview-storage.ts";
import {
  type NamedVersion,
  type PreviewState,
  type RunningVersion,
  toOverlay,
  usePreviewStore,
} from "./preview-store.ts";
import { unmatchedMessages } from "./unmatched-messages.ts";

/** Puts back what was said after the turn to which the talk went back. False when it has gone on since: then nothing is put back. */
export type UndoRewind = () => boolean;

export type PreviewHands = {
  readonly ask: AskMatcher;
  loadVersion(id: string): Promise<RunningVersion>;
};

export type Preview = PreviewEngine & {
  /** Asks the matcher of a draft, outside of the talk. */
  readonly match: ReturnType<typeof createMatcher>;
  /** Goes back to when a turn was done. */
  goOnFrom(turn: number): UndoRewind | null;
  /** Goes back to before the customer's message of a turn, and sends it once more; undone, its new answer is forgotten. */
  askAgain(turn: number): UndoRewind | null;
  /** Goes on with a talk from elsewhere, in its own language. */
  adopt(talk: PreviewTalk): void;
  /** From the next message on the talk runs on this version; null is the draft. */
  runOn(version: RunningVersion | null): void;
  /** The same, of a version that is to be fetched first; the last one chosen counts. */
  switchTo(version: NamedVersion | null): void;
  /** From here on the draft counts as what the talk began with. */
  acceptDraft(): void;
  /** Loads what this tab had, or starts a talk; returns what ends it. */
  open(): () => void;
};

const TICK_MS = 1_000;
const KEEP_MS = 400;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Whichever version is coming: who waits for one goes on at once when the draft is chosen, and waits on when another version is. */
async function whenNoneIsComing(): Promise<void> {
  while (usePreviewStore.getState().coming !== null) {
    await new Promise<void>((resolve) => {
      const stop = usePreviewStore.subscribe(({ coming }) => {
        if (coming !== null) return;
        stop();
        resolve();
      });
    });
  }
}

/** Ties the engine to the open builder: its newest document is what runs, and the canvas sees where the talk goes. */
export function createPreview(builder: BuilderStore, { ask, loadVersion }: PreviewHands): Preview {
  const { getState: get, setState: set } = usePreviewStore;
  let startedWith: Bundle = builder.getState().bundle;
  const drafts = new WeakSet<Bundle>();

  const getRunning = () => get().version?.bundle ?? builder.getState().bundle;
  const match = createMatcher(ask, {
    wait,
    setLearning: (isLearning) => set({ isLearning }),
    getTexts: () => unmatchedMessages[usePreferences.getState().locale],
    isDraft: (bundle) => drafts.has(bundle),
  });
  const engine = createEngine({
    getSetup: () => ({ bundle: getRunning(), settings: get().settings }),
    whenReady: whenNoneIsComing,
    isElsewhere: () => get().botId !== builder.getState().botId,
    getTalk: () => get().talk,
    setTalk: (talk) => set({ talk }),
    match,
    now: Date.now,
    wait,
    setBusy: (isBusy) => set({ isBusy }),
  });

  const acceptDraft = () => {
    startedWith = builder.getState().bundle;
    set({ hasDraftChanged: false });
  };
  const restart = () => {
    acceptDraft();
    set({ isLost: false });
    return engine.restart();
  };

  const watchDraft = (bundle: Bundle) => {
    drafts.add(bundle);
    const { talk, version, coming } = get();
    set({
      ...toOverlay(talk, bundle),
      isLost: coming === null && isLost(talk, getRunning()),
      hasDraftChanged: version === null && talk.session !== null && hasBehaviourChanged(startedWith, bundle),
    });
  };

  const take = (talk: PreviewTalk) => {
    engine.take(talk);
    acceptDraft();
    watchDraft(builder.getState().bundle);
  };
  const toUndo = (talk: PreviewTalk): UndoRewind | null => {
    // The answer for which such a talk waited is dropped: it could not go on.
    if (isCutOff(talk)) return null;
    const { botId } = get();
    const moves = engine.countMoves();
    return () => {
      if (get().botId !== botId || engine.countMoves() !== moves) return false;
      take(talk);
      return true;
    };
  };
  const goOnFrom = (turn: number) => {
    const { talk } = get();
    const rewound = rewindTalk(talk, turn, Date.now());
    if (rewound === null) return null;
    take(rewound);
    return toUndo(talk);
  };
  const askAgain = (turn: number) => {
    const { talk } = get();
    const asked = talk.entries.find((entry) => entry.turn === turn && entry.type === "customer");
    const before = rewindTalk(talk, turn - 1, Date.now());
    if (asked?.type !== "customer" || before === null) return null;
    take(before);
    void engine.send(asked.text, asked.choice);
    return toUndo(talk);
  };
  const adopt = (talk: PreviewTalk) => {
    if (talk.session !== null) get().setSettings({ locale: talk.session.locale });
    take(talk);
  };
  const runOn = (version: RunningVersion | null) => {
    set({ version, coming: null, unopened: null });
    acceptDraft();
    watchDraft(builder.getState().bundle);
  };
  const fetchVersion = async (wanted: NamedVersion) => {
    // Another was chosen meanwhile, or another bot was opened.
    const isWanted = () => get().coming === wanted;
    try {
      const version = await loadVersion(wanted.id);
      if (isWanted()) runOn(version);
    } catch {
      if (isWanted()) set({ coming: null, unopened: wanted.number });
      watchDraft(builder.getState().bundle);
    }
  };
  const switchTo = (wanted: NamedVersion | null) => {
    if (wanted === null) return runOn(null);
    set({ coming: wanted, unopened: null });
    void fetchVersion(wanted);
  };

  const open = () => {
    const { botId, bundle } = builder.getState();
    const kept = loadPreview(botId, pickLocale(bundle, usePreferences.getState().locale));
    const version = get().botId === botId ? get().version : null;
    const { talk, settings } = kept;
    set({ botId, talk, settings, version, isBusy: false, isLearning: false, hasDraftChanged: false });
    set({ coming: null, unopened: null });
    if (version === null) switchTo(kept.version);
    set({ breakpoints: new Set(Object.keys(kept.settings.breakpoints)) });
    watchDraft(bundle);
    if (kept.talk.session === null) void restart();

    const keepSoon = later(KEEP_MS, () => keepPreview(botId, toKept(get())));
    const showSoon = later(0, () => set(toOverlay(get().talk, builder.getState().bundle)));
    const stops = [
      builder.subscribe((state, before) => state.bundle !== before.bundle && watchDraft(state.bundle)),
      usePreviewStore.subscribe((state, before) => {
        if (state.talk !== before.talk) showSoon.call();
        const kept = ["talk", "settings", "version", "coming"] as const;
        if (kept.some((key) => state[key] !== before[key])) keepSoon.call();
      }),
    ];
    const clock = setInterval(() => {
      const { talk, isBusy } = get();
      const now = Date.now() + talk.clockOffsetMs;
      if (!isBusy && talk.timers.some(({ fireAt }) => fireAt <= now)) void engine.tick();
    }, TICK_MS);
    return () => {
      for (const stop of stops) stop();
      clearInterval(clock);
      keepSoon.flush();
      showSoon.cancel();
    };
  };

  return { ...engine, match, restart, goOnFrom, askAgain, adopt, runOn, switchTo, acceptDraft, open };
}

function toKept({ talk, settings, version, coming }: PreviewState) {
  const named = coming ?? version;
  return { talk, settings, version: named && { id: named.id, number: named.number } };
}

/** A talk stands in flows and nodes; what of it is gone cannot go on. */
function isLost({ session }: PreviewTalk, bundle: Bundle): boolean {
  if (session === null || session.awaiting.type === "idle" || session.awaiting.type === "ended") return false;
  return session.stack.some(({ flowId, nodeId }) => {
    const flow = flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[flowId];
    return flow === undefined || !flow.nodes.some(({ id }) => id === nodeId);
  });
}

/** Calls once for many calls in a row. */
function later(ms: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    call: () => {
      timer ??= setTimeout(() => {
        timer = null;
        work();
      }, ms);
    },
    cancel,
    flush: () => {
      if (timer !== null) work();
      cancel();
    },
  };
}
