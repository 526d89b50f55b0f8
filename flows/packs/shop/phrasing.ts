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
  const placesOf = indexPieces(right);
  return left.flatMap((one, at) =>
    [...countCommon(one, placesOf)].flatMap(([place, common]) => {
      const other = right[place];
      if (other === undefined || other.owner === one.owner || (left === right && place <= at)) return [];
      // Share of the pieces that both have: 1 for the same pieces, 0 for none.
      const overlap = (2 * common) / (one.pieces.size + other.pieces.size);
      return overlap >= OVERLAP_MAX ? [`${one.owner}: ${one.text} / ${other.owner}: ${other.text}`] : [];
    }),
  );
}

/** Thousands of phrasings cannot be compared each with each in the time that a test has. */
function indexPieces(phrasings: readonly Phrasing[]): ReadonlyMap<string, readonly number[]> {
  const placesOf = new Map<string, number[]>();
  for (const [place, { pieces }] of phrasings.entries())
    for (const piece of pieces) {
      const known = placesOf.get(piece);
      if (known === undefined) placesOf.set(piece, [place]);
      else known.push(place);
    }
  return placesOf;
}

function countCommon(
  { pieces }: Phrasing,
  placesOf: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const common = new Map<number, number>();
  for (const piece of pieces)
    for (const place of placesOf.get(piece) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
  return common;
}
