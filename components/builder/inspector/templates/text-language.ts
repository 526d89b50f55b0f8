import { create } from "zustand";
import { LOCALES, type Locale, type Text } from "#flows/kernel/text.ts";

/** What a text is written for: every language, or the one that is on screen. */
export const TEXT_MODES = ["same", ...LOCALES] as const;

export type TextMode = (typeof TEXT_MODES)[number];

type TextLanguage = {
  /** Null until the author picks one: then each reader sees the own language. */
  readonly language: Locale | null;
  setLanguage(language: Locale): void;
};

/** Which language of the texts is on screen. Picked once, it holds for every field: who translates goes through all of them. */
export const useTextLanguage = create<TextLanguage>((set) => ({
  language: null,
  setLanguage: (language) => set({ language }),
}));

export const isSplit = (text: Text | undefined): text is Exclude<Text, string> => typeof text === "object";

/** One text becomes the text of one language; nothing is lost, and the other language shows as missing. */
export function splitText(text: Text | undefined, language: Locale): Exclude<Text, string> {
  if (isSplit(text)) return text;
  return { [language]: text ?? "" };
}

/** The text for all languages: the one asked for, or the other where that one is empty. */
export function mergeText(text: Text | undefined, language: Locale): string {
  if (!isSplit(text)) return text ?? "";
  const other = LOCALES.find((locale) => locale !== language);
  return text[language]?.trim() ? text[language] : ((other && text[other]) ?? text[language] ?? "");
}

/** Whether merging would throw a written text away. */
export function losesText(text: Text | undefined): boolean {
  if (!isSplit(text)) return false;
  const written = LOCALES.map((locale) => text[locale]?.trim() ?? "").filter((part) => part !== "");
  return new Set(written).size > 1;
}

/** Languages that are empty while another is written. */
export function listMissing(text: Text | undefined): readonly Locale[] {
  if (!isSplit(text)) return [];
  const missing = LOCALES.filter((locale) => !text[locale]?.trim());
  return missing.length === LOCALES.length ? [] : missing;
}
