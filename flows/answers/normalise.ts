/** What people do not mean to say: variation selectors, zero-width and other format characters. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

const EDGES = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

/** One form for what is written in many: width, case, spaces and punctuation at either end make no difference. */
export function normalise(text: string): string {
  const plain = toPlain(text).toLowerCase();
  const trimmed = plain.replace(EDGES, "");
  // A message of nothing but emoji or punctuation keeps them: they may be all that was said.
  return (trimmed === "" ? plain : trimmed).replace(/\s+/gu, " ").trim();
}

/** Full-width to half-width, without invisible characters; case and punctuation stay. */
export function toPlain(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "");
}
