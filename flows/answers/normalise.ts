/** What people do not mean to say: variation selectors, zero-width and other format characters. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

const MARK = /[\p{P}\p{S}\s]/u;

/** One form for what is written in many: width, case, spaces and punctuation at either end make no difference. */
export function normalise(text: string): string {
  const plain = toPlain(text).toLowerCase();
  const trimmed = trimMarks(plain);
  // A message of nothing but emoji or punctuation keeps them: they may be all that was said.
  return (trimmed === "" ? plain : trimmed).replace(/\s+/gu, " ").trim();
}

/** By hand: a pattern anchored at the end takes quadratic time on a long run of spaces in the middle. */
function trimMarks(text: string): string {
  const letters = [...text];
  const first = letters.findIndex((letter) => !MARK.test(letter));
  if (first < 0) return "";
  const last = letters.findLastIndex((letter) => !MARK.test(letter));
  return letters.slice(first, last + 1).join("");
}

/** Full-width to half-width, without invisible characters; case and punctuation stay. */
export function toPlain(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "");
}
