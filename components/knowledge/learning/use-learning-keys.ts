"use client";

import { useEffect, useEffectEvent } from "react";

export type LearningKey = "j" | "k" | "n" | "s" | "i" | "u" | "Enter";

const KEYS: readonly string[] = ["j", "k", "n", "s", "i", "u", "Enter"] satisfies readonly LearningKey[];

/** Single keys of the page; none is taken from whoever types, opens a menu or presses a button. */
export function useLearningKeys(act: (key: LearningKey) => void, isEnabled: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!isLearningKey(key) || isTaken(event, key)) return;
    event.preventDefault();
    act(key);
  });
  useEffect(() => {
    if (!isEnabled) return;
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isEnabled]);
}

const isLearningKey = (key: string): key is LearningKey => KEYS.includes(key);

function isTaken({ target }: KeyboardEvent, key: LearningKey): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("input, textarea, select, [contenteditable], [role=listbox], [role=menu]")) return true;
  return key === "Enter" && target.closest("button, a") !== null;
}
