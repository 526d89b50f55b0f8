import { useEffect } from "react";
import type { BuilderStore } from "../store/builder-store.ts";
import { createCheckScheduler } from "./check-scheduler.ts";

/** Checks the document of an open builder now, and again after each edit, whoever made it. */
export function useChecks(store: BuilderStore): void {
  useEffect(() => {
    const checking = createCheckScheduler((problems) => store.getState().setProblems(problems), {
      channels: store.getState().channels,
    });
    checking.request(store.getState().bundle);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.bundle !== before.bundle) checking.request(state.bundle);
    });
    return () => {
      unsubscribe();
      checking.stop();
    };
  }, [store]);
}
