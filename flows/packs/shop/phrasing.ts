/** One way to say something, cut up for comparison. */
type Phrasing = { readonly owner: string; readonly text: string; readonly pieces: ReadonlySet<string> };

/** From here on two short phrasings differ in a character or two only, and a matcher would toss a coin. */
const OVERLAP_MAX = 0.88;

export const normalisePhrasing = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, "");

export function toPhrasing(owner: string, text: string): Phrasing {
  const letters = normalisePhrasing(text);
  const pieces = Array.from({ length: Math.max(letters.length - 1, 1) }, (_, at) =>
    letters.slice(at, at + 2),
  );
  return { owner, text, pieces: new Set(pieces) };
}

/** Pairs of phrasings of different owners that are (nearly) the same, each pair once. */
export function listLookAlikes(left: readonly Phrasing[], right: readonly Phrasing[]): readonly string[] {
  return left.flatMap((one, at) =>
    (left === right ? right.slice(at + 1) : right)
      .filter((other) => other.owner !== one.owner && overlap(one.pieces, other.pieces) >= OVERLAP_MAX)
      .map((other) => `${one.owner}: ${one.text} / ${other.owner}: ${other.text}`),
  );
}

/** Share of the two-character pieces that two phrasings have in common: 1 for the same pieces, 0 for none. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const piece of left) if (right.has(piece)) common += 1;
  return (2 * common) / (left.size + right.size);
}
