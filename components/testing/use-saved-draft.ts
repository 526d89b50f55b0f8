"use client";

import { useCallback } from "react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";

/** Longer than that it is offline or refused; then what is saved is what is tested. */
const WAIT_MS_MAX = 5_000;

/** Tests run on the draft that the server has: this waits until it has what was just typed. */
export function useUntilSaved(): () => Promise<void> {
  const store = useBuilderStore();
  return useCallback(
    () =>
      new Promise((resolve) => {
        const isSaved = () => store.getState().saving.waiting === 0;
        if (isSaved()) return resolve();
        const finish = () => {
          clearTimeout(timer);
          unsubscribe();
          resolve();
        };
        const timer = setTimeout(finish, WAIT_MS_MAX);
        const unsubscribe = store.subscribe(() => {
          if (isSaved()) finish();
        });
      }),
    [store],
  );
}
