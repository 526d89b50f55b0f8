import type { Locale } from "../../flows/kernel/text.ts";

/** Names as their speakers write them. */
export const LOCALE_NAMES: { readonly [Key in Locale]: string } = { "zh-CN": "简体中文", en: "English" };

/** The first wanted language that the bot speaks; else the bot's first, else English. Any Chinese is better than a foreign language to a reader of Chinese. */
export function pickLocale(
  wanted: readonly (string | null | undefined)[],
  offered: readonly string[],
): Locale {
  const spoken = offered.flatMap((tag) => toLocale(tag) ?? []);
  const open: readonly Locale[] = spoken.length > 0 ? spoken : ["zh-CN", "en"];
  for (const tag of wanted) {
    const locale = toLocale(tag);
    if (locale && open.includes(locale)) return locale;
  }
  return spoken[0] ?? "en";
}

function toLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  if (language === "zh") return "zh-CN";
  return language === "en" ? "en" : null;
}
