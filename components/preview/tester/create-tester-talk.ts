import { createStore } from "zustand/vanilla";
import { usePreferences } from "#components/i18n/preferences.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { type AskMatcher, createMatcher } from "../ask-matcher.ts";
import { createEngine } from "../engine/create-engine.ts";
import { DEFAULT_SETTINGS } from "../engine/preview-settings.ts";
import { EMPTY_TALK, type PreviewTalk } from "../engine/preview-talk.ts";
import { unmatchedMessages } from "../unmatched-messages.ts";

type TesterState = {
  readonly talk: PreviewTalk;
  readonly locale: Locale;
  readonly isBusy: boolean;
  readonly isLearning: boolean;
};

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const TICK_MS = 1_000;

/** A tester's talk: the same engine as the editor's preview, on a bundle that does not change under it. */
export function createTesterTalk(bundle: Bundle, firstLocale: Locale, ask: AskMatcher) {
  const store = createStore<TesterState>(() => ({
    talk: EMPTY_TALK,
    locale: firstLocale,
    isBusy: false,
    isLearning: false,
  }));
  const seed = Math.floor(Math.random() * 1_000_000);
  const { getState: get, setState: set } = store;
  const match = createMatcher(ask, {
    wait,
    setLearning: (isLearning) => set({ isLearning }),
    getTexts: () => unmatchedMessages[usePreferences.getState().locale],
    isDraft: null,
  });
  const engine = createEngine({
    getSetup: () => ({ bundle, settings: { ...DEFAULT_SETTINGS, locale: get().locale, seed } }),
    getTalk: () => get().talk,
    setTalk: (talk) => set({ talk }),
    match,
    now: Date.now,
    wait,
    setBusy: (isBusy) => set({ isBusy }),
  });
  return {
    ...engine,
    store,
    setLocale: (locale: Locale) => {
      set({ locale });
      void engine.restart();
    },
    /** Starts the talk and its clock; returns what stops the clock. */
    open: () => {
      void engine.restart();
      const clock = setInterval(() => {
        const { talk, isBusy } = get();
        if (!isBusy && talk.timers.some(({ fireAt }) => fireAt <= Date.now())) void engine.tick();
      }, TICK_MS);
      return () => clearInterval(clock);
    },
  };
}
