"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import type { Json } from "#flows/kernel/json.ts";
import { type Text, textSchema } from "#flows/kernel/text.ts";
import { isSplit, splitText, type TextMode, useTextLanguage } from "./text-language.ts";

export type TextPart = {
  readonly mode: TextMode;
  /** The part that is on screen. */
  readonly shown: string;
  setMode(mode: TextMode): void;
  /** The whole text with another part in place of the one on screen. */
  withShown(shown: string): Text;
};

/** Which part of a text is edited. A text that was emptied stays split until the author says otherwise. */
export function useTextMode(value: Text | undefined): TextPart {
  const reader = usePreferences((state) => state.locale);
  const { language: picked, setLanguage } = useTextLanguage();
  const [isKeptSplit, setKeptSplit] = useState(false);
  if (isSplit(value) && !isKeptSplit) setKeptSplit(true);
  const language = picked ?? reader;
  const mode = isSplit(value) || (isKeptSplit && !value) ? language : "same";
  return {
    mode,
    shown: mode === "same" ? (isSplit(value) ? "" : (value ?? "")) : (splitText(value, mode)[mode] ?? ""),
    setMode: (next) => {
      setKeptSplit(next !== "same");
      if (next !== "same") setLanguage(next);
    },
    withShown: (shown) => (mode === "same" ? shown : { ...splitText(value, mode), [mode]: shown }),
  };
}

/** A stored value as a text; anything else (a broken import) shows as nothing, and stays until somebody writes here. */
export function toText(value: Json | undefined): Text | undefined {
  const parsed = textSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** A text as it is stored: languages that nobody wrote are left out, and a text without any words is an empty one. */
export function toStored(text: Text): Json {
  if (typeof text === "string") return text;
  const written = Object.entries(text).flatMap(([language, part]) =>
    part === undefined || part === "" ? [] : [[language, part] as const],
  );
  return written.length === 0 ? "" : Object.fromEntries(written);
}
