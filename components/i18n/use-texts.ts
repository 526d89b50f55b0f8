import type { Locale } from "#flows/kernel/text.ts";
import { usePreferences } from "./preferences.ts";

/** The reader's language of one area's messages. */
export function useTexts<Texts>(messages: { readonly [L in Locale]: Texts }): Texts {
  return messages[usePreferences((state) => state.locale)];
}
