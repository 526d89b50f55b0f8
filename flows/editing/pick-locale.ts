import type { Bundle } from "../kernel/flow.ts";
import type { Locale, Text } from "../kernel/text.ts";
import { inspect } from "./inspect.ts";

/** The language in which a reader should meet a bot: their own where the bot speaks it, else the bot's. */
export function pickLocale(bundle: Bundle, reader: Locale): Locale {
  return speaks(bundle, reader) ? reader : bundle.flow.settings.language;
}

/** A bot speaks its own language, and one in which most of its texts that are kept by language are written. */
function speaks(bundle: Bundle, locale: Locale): boolean {
  if (bundle.flow.settings.language === locale) return true;
  let balance = 0;
  for (const text of listTexts(bundle)) {
    if (typeof text !== "string") balance += text[locale]?.trim() ? 1 : -1;
  }
  return balance > 0;
}

function listTexts({ flow, subflows, faqSets }: Bundle): readonly Text[] {
  const nodes = [flow, ...Object.values(subflows)].flatMap((drawn) => drawn.nodes);
  return [
    ...nodes.flatMap((node) =>
      inspect(node).references.flatMap((reference) =>
        reference.type === "template" ? [reference.source] : [],
      ),
    ),
    ...Object.values(faqSets).flatMap(({ entries }) => entries.map(({ answer }) => answer)),
  ];
}
