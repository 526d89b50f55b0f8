import type { Json } from "#flows/kernel/json.ts";
import { type Locale, pickText } from "#flows/kernel/text.ts";
import { getChild } from "../form/config-path.ts";
import { toText } from "../templates/use-text-mode.ts";

/** What the author calls an intent of this list; its id while it has no name. */
export function toIntentName(intents: readonly Json[], id: string, locale: Locale): string {
  const intent = intents.find((item) => getChild(item, "id") === id);
  const text = toText(getChild(intent, "name"));
  return (text && pickText(text, locale, locale)) || id;
}
