import type { Locale } from "../../flows/kernel/text.ts";

/** The language of ours that a BCP 47 tag means; null when it is neither Chinese nor English. */
export function toLocale(tag: string): Locale | null {
  const language = tag.trim().toLowerCase().split(/[-_]/, 1)[0];
  if (language === "zh") return "zh-CN";
  return language === "en" ? "en" : null;
}

/** Languages of an Accept-Language header that we speak, most wanted first. Never throws; absurd headers are cut. */
export function listAccepted(header: string | undefined): readonly Locale[] {
  if (!header) return [];
  const wanted = header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
      return { locale: toLocale(tag), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ locale }) => (locale === null ? [] : [locale]));
  return [...new Set(wanted)];
}

/** The language for someone of whom only the header is known; Chinese is the product's first language. */
export function toReaderLocale(header: string | undefined): Locale {
  return listAccepted(header)[0] ?? (header ? "en" : "zh-CN");
}
