"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

type Keys = {
  onDigit(digit: number): void;
  onMove(step: 1 | -1): void;
  onSave(): void;
  onSkip?(): void;
  onUndo?(): void;
};

/** Labelling by keys alone. Whoever writes, walks through a menu or presses a button keeps these keys to themselves. */
export function useLabelKeys(form: RefObject<HTMLElement | null>, keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isBehindDialog(form.current)) return;
    if (event.defaultPrevented || event.altKey || event.isComposing || isBusyWith(event.target)) return;
    const isUndo = event.key.toLowerCase() === "z" && !event.shiftKey;
    if ((event.ctrlKey || event.metaKey) && !isUndo) return;
    const act = toAct(event.key, keys);
    if (act === null) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function toAct(key: string, keys: Keys): (() => void) | null {
  if (/^\d$/.test(key)) return () => keys.onDigit(Number(key));
  switch (key.toLowerCase()) {
    case "arrowdown":
      return () => keys.onMove(1);
    case "arrowup":
      return () => keys.onMove(-1);
    case "enter":
      return keys.onSave;
    case "s":
      return keys.onSkip ?? null;
    case "z":
      return keys.onUndo ?? null;
    default:
      return null;
  }
}

/** What is typed into a dialog above is not meant for the form behind it. */
function isBehindDialog(form: HTMLElement | null): boolean {
  const dialog = document.querySelector("[role=dialog], [role=alertdialog]");
  return dialog !== null && !dialog.contains(form);
}

/** Answers of a question are no such place: there digits and Enter go on. */
function isBusyWith(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[role=radiogroup]")) return false;
  return target.closest("input, textarea, select, button, a, [role=menu], [role=listbox]") !== null;
}
