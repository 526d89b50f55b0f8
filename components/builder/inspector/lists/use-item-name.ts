"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { pickText } from "#flows/kernel/text.ts";
import { getChild } from "../form/config-path.ts";
import { useConfigValue } from "../form/use-field.ts";
import { toText } from "../templates/use-text-mode.ts";

/** What an item is called in the reader's language, or how many it is. */
export function useItemName(path: string, key: string, otherwise: string): string {
  const locale = usePreferences((state) => state.locale);
  const text = toText(getChild(useConfigValue(path), key));
  return (text === undefined ? "" : pickText(text, locale, locale).trim()) || otherwise;
}
