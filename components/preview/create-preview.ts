import type { BuilderStore } from "#components/builder/store/builder-store.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { pickLocale } from "#flows/editing/pick-locale.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { type AskMatcher, createMatcher } from "./ask-matcher.ts";
import { createEngine, type PreviewEngine } from "./engine/create-engine.ts";
import { hasBehaviourChanged } from "./engine/has-behaviour-changed.ts";
import type { PreviewTalk } from "./engine/preview-talk.ts";
import { rewindTalk } from "./engine/rewind-talk.ts";
import { keepPreview, loadPreview } from "./preview-storage.ts";
import { type RunningVersion, toOverlay, usePreviewStore } from "./preview-store.ts";

export type Preview = PreviewEngine & {
  /** Asks the matcher of a draft, outside of the talk. */
  readonly match: ReturnType<typeof createMatcher>;
  /** Goes back to when a turn was done. */
  goOnFrom(turn: number): void;
  /** Goes back to before the customer's message of a turn, and sends it once more. */
  askAgain(turn: number): void;
  /** Goes on with a talk from elsewhere, in its own language. */
  adopt(talk: PreviewTalk): void;
  /** From the next message on the talk runs on this version; null is the draft. */
  runOn(version: RunningVersion | null): void;
  /** From here on the draft counts as what the talk began with. */
  acceptDraft(): void;
  /** Loads what this tab had, or starts a talk; returns what ends it. */
  open(): () => void;
};

const TICK_MS = 1_000;
const KEEP_MS = 400;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Ties the engine to the open builder: its newest document is what runs, and the canvas sees where the talk goes. */
export function createPreview(builder: BuilderStore, ask: AskMatcher): Preview {
  const { getState: get, setState: set } = usePreviewStore;
  let startedWith: Bundle = builder.getState().bundle;

  const getRunning = () => get().version?.bundle ?? builder.getState().bundle;
  const match = createMatcher(ask, { wait, setLearning: (isLearning) => set({ isLearning }) });
  const engine = createEngine({
    getSetup: () => ({ bundle: getRunning(), settings: get().settings }),
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
    const { talk, version } = get();
    set({
      ...toOverlay(talk, bundle),
      isLost: isLost(talk, getRunning()),
      hasDraftChanged: version === null && talk.session !== null && hasBehaviourChanged(startedWith, bundle),
    });
  };

  const take = (talk: PreviewTalk) => {
    engine.take(talk);
    acceptDraft();
    watchDraft(builder.getState().bundle);
  };
  const goOnFrom = (turn: number) => {
    const talk = rewindTalk(get().talk, turn, Date.now());
    if (talk !== null) take(talk);
  };
  const askAgain = (turn: number) => {
    const { talk } = get();
    const asked = talk.entries.find((entry) => entry.turn === turn && entry.type === "customer");
    const before = rewindTalk(talk, turn - 1, Date.now());
    if (asked?.type !== "customer" || before === null) return;
    take(before);
    void engine.send(asked.text, asked.choice);
  };
  const adopt = (talk: PreviewTalk) => {
    if (talk.session !== null) get().setSettings({ locale: talk.session.locale });
    take(talk);
  };
  const runOn = (version: RunningVersion | null) => {
    set({ version });
    acceptDraft();
    watchDraft(builder.getState().bundle);
  };

  const open = () => {
    const { botId, bundle } = builder.getState();
    const kept = loadPreview(botId, pickLocale(bundle, usePreferences.getState().locale));
    const version = get().botId === botId ? get().version : null;
    set({ botId, ...kept, version, isBusy: false, isLearning: false, hasDraftChanged: false });
    set({ breakpoints: new Set(Object.keys(kept.settings.breakpoints)) });
    watchDraft(bundle);
    if (kept.talk.session === null) void restart();

    const keepSoon = later(KEEP_MS, () => keepPreview(botId, { talk: get().talk, settings: get().settings }));
    const showSoon = later(0, () => set(toOverlay(get().talk, builder.getState().bundle)));
    const stops = [
      builder.subscribe((state, before) => state.bundle !== before.bundle && watchDraft(state.bundle)),
      usePreviewStore.subscribe((state, before) => {
        if (state.talk !== before.talk) showSoon.call();
        if (state.talk !== before.talk || state.settings !== before.settings) keepSoon.call();
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

  return { ...engine, match, restart, goOnFrom, askAgain, adopt, runOn, acceptDraft, open };
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
