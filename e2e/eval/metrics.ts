/** What was expected and what came first; null for a question that nothing answers, or that was refused. */
export type Judged = { readonly expected: string | null; readonly given: string | null };

/** Mean of the F1 of every label that is expected or given, each counting the same; from 0 to 1. */
export function macroF1(judged: readonly Judged[]): number {
  const labels = new Set(
    judged.flatMap(({ expected, given }) => [expected, given]).filter((label) => label !== null),
  );
  if (labels.size === 0) return 0;
  const counts = new Map([...labels].map((label) => [label, { right: 0, expected: 0, given: 0 }]));
  for (const { expected, given } of judged) {
    const wanted = expected === null ? undefined : counts.get(expected);
    const chosen = given === null ? undefined : counts.get(given);
    if (wanted) wanted.expected += 1;
    if (chosen) chosen.given += 1;
    if (wanted && expected === given) wanted.right += 1;
  }
  const sum = [...counts.values()].reduce(
    (total, { right, expected, given }) => total + (2 * right) / (expected + given),
    0,
  );
  return sum / labels.size;
}

export type Scored = Judged & { readonly score: number };

/**
 * The largest share of answerable questions that get an answer while at least `precision` of all answers are right;
 * an answer to a question that has none is wrong. Questions of one score stand or fall together.
 */
export function coverageAtPrecision(scored: readonly Scored[], precision: number): number {
  const answerable = scored.filter(({ expected }) => expected !== null).length;
  const sorted = scored.filter(({ given }) => given !== null).sort((a, b) => b.score - a.score);
  let right = 0;
  let inside = 0;
  let best = 0;
  for (const [at, { expected, given, score }] of sorted.entries()) {
    if (expected !== null) inside += 1;
    if (expected !== null && expected === given) right += 1;
    if (sorted[at + 1]?.score !== score && right >= precision * (at + 1)) best = inside;
  }
  return answerable === 0 ? 0 : best / answerable;
}

/** Of questions that nothing answers: how many were refused (recall), and how many of the refused these are (precision). */
export function measureRefusals(judged: readonly Judged[]): { recall: number; precision: number } {
  const refused = judged.filter(({ given }) => given === null);
  const rightly = refused.filter(({ expected }) => expected === null).length;
  return {
    recall: divide(rightly, judged.filter(({ expected }) => expected === null).length),
    precision: divide(rightly, refused.length),
  };
}

/** `ranks` from 0; -1 where it was not found among those looked at. */
export function meanReciprocalRank(ranks: readonly number[]): number {
  return divide(
    ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0),
    ranks.length,
  );
}

export function recallAt(ranks: readonly number[], depth: number): number {
  return divide(ranks.filter((rank) => rank >= 0 && rank < depth).length, ranks.length);
}

/** NaN of nothing: there is no share to speak of. */
export function divide(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}
