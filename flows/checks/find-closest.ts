/** Share of a name that may be mistyped and still be meant. */
const DISTANCE_SHARE_MAX = 0.4;

/** The names that were most likely meant, nearest first: same letters in another case, a slip of a key or two, a part of it. */
export function findClosest(name: string, known: readonly string[], countMax: number): readonly string[] {
  return known
    .map((candidate) => ({ candidate, distance: measure(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => {
      const longest = Math.max(name.length, candidate.length);
      return candidate !== name && distance <= Math.max(1, Math.floor(longest * DISTANCE_SHARE_MAX));
    })
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, countMax)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance: how many letters have to be added, left out or changed. */
function measure(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let f = 1; f <= from.length; f += 1) {
    const next = [f];
    for (let t = 1; t <= to.length; t += 1) {
      const isSame = from[f - 1] === to[t - 1];
      next[t] = Math.min((row[t] ?? 0) + 1, (next[t - 1] ?? 0) + 1, (row[t - 1] ?? 0) + (isSame ? 0 : 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
