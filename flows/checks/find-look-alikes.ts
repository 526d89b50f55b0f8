export type Phrase = { readonly owner: string; readonly path: string; readonly text: string };

export type LookAlike = { readonly left: Phrase; readonly right: Phrase; readonly similarity: number };

/** Above this two sentences differ in a character or two only, and a matcher would toss a coin. */
const SIMILARITY_MIN = 0.9;

/** A piece that stands in more phrases than this tells none of them apart; long lists of it would cost more than they find. */
const PIECE_PHRASES_MAX = 400;

/** `pieces` are numbered from the rarest to the commonest, and sorted. */
type Cut = { readonly phrase: Phrase; readonly pieces: Int32Array };

/**
 * Pairs of phrases of different owners that are (nearly) the same, each pair once, by the pieces of two characters that they
 * share (Dice). An index of pieces keeps 5,000 phrases within a few dozen milliseconds: only the rarest pieces of a phrase are
 * looked up, as many as two phrases of this likeness cannot all differ in.
 */
export function findLookAlikes(phrases: readonly Phrase[]): readonly LookAlike[] {
  const index = new Map<number, Cut[]>();
  return cutAll(phrases).flatMap((cut) => {
    const candidates = new Set<Cut>();
    for (const piece of cut.pieces.subarray(0, countRare(cut.pieces.length))) {
      const holders = index.get(piece) ?? [];
      for (const holder of holders) candidates.add(holder);
      if (holders.length < PIECE_PHRASES_MAX) holders.push(cut);
      index.set(piece, holders);
    }
    candidates.delete(cut);
    return [...candidates].flatMap((other) => {
      const similarity = compare(other, cut);
      return similarity > SIMILARITY_MIN ? [{ left: other.phrase, right: cut.phrase, similarity }] : [];
    });
  });
}

/** Letters and digits only: width, case, spaces and punctuation make no difference to a matcher. */
export function toLetters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, "");
}

function cutAll(phrases: readonly Phrase[]): readonly Cut[] {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const cuts = phrases.map((phrase) => ({ phrase, pieces: cutIntoPieces(phrase.text, ids) }));
  for (const { pieces } of cuts) for (const id of pieces) counts[id] = (counts[id] ?? 0) + 1;

  const ranks = new Int32Array(ids.size);
  [...ids.values()]
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    .forEach((id, rank) => {
      ranks[id] = rank;
    });
  return cuts.map(({ phrase, pieces }) => ({
    phrase,
    pieces: Int32Array.from(pieces, (id) => ranks[id] ?? 0).sort(),
  }));
}

function cutIntoPieces(text: string, ids: Map<string, number>): ReadonlySet<number> {
  const letters = toLetters(text);
  const pieces = new Set<number>();
  const last = letters.length === 1 ? 1 : letters.length - 1;
  for (let at = 0; at < last; at += 1) {
    const piece = letters.slice(at, at + 2);
    const id = ids.get(piece) ?? ids.size;
    ids.set(piece, id);
    pieces.add(id);
  }
  return pieces;
}

/**
 * Prefix filter: two sets that share at least `shared` pieces, sorted alike, share one of the first `size - shared + 1`.
 * For a Dice of d, a set of n pieces shares at least n * d / (2 - d) with any set that it is like.
 */
function countRare(size: number): number {
  return size - Math.ceil((size * SIMILARITY_MIN) / (2 - SIMILARITY_MIN)) + 1;
}

/** 0 as soon as it is certain that the two are not alike: nearly all candidates fall within a few pieces. */
function compare({ phrase, pieces: left }: Cut, { phrase: other, pieces: right }: Cut): number {
  if (phrase.owner === other.owner) return 0;
  const whole = left.length + right.length;
  const differingMax = whole * (1 - SIMILARITY_MIN);
  let common = 0;
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const order = (left[l] ?? 0) - (right[r] ?? 0);
    if (order === 0) common += 1;
    if (order <= 0) l += 1;
    if (order >= 0) r += 1;
    if (l + r - 2 * common > differingMax) return 0;
  }
  return (2 * common) / whole;
}
