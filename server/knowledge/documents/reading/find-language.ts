const SAMPLE_CHARS = 20_000;
const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z]{2,}/giu;

/** The language that most of a text is written in, of those that the product speaks; null for neither. */
export function findLanguage(texts: readonly string[]): "zh-CN" | "en" | null {
  let sample = "";
  for (const text of texts) {
    if (sample.length >= SAMPLE_CHARS) break;
    sample += text;
  }
  const han = sample.match(HAN)?.length ?? 0;
  const words = sample.match(LATIN_WORD)?.length ?? 0;
  if (han === 0 && words === 0) return null;
  // A Chinese word has two characters or so.
  return han / 2 >= words ? "zh-CN" : "en";
}
