import { indexTexts } from "../../../understanding/corpus.ts";
import type { Wording } from "../../../understanding/create-wording.ts";
import { ELSEWHERE } from "../../../understanding/elsewhere.ts";
import { learnVectors } from "../../../understanding/learn-vectors.ts";
import { addSimilarities, toPostings } from "../../../understanding/postings.ts";

/** Compares texts with each other by the features that matchers learn from, each as telling as it is rare among all of them. */
export type NearnessMeter = {
  /** Calls back with every row of the range that is at least `min` near to this one, itself left out. */
  forEachNear(row: number, range: RowRange, found: Found): void;
};

/** From `from` up to `end`, which is not part of it. */
type RowRange = { readonly from: number; readonly end: number; readonly min: number };

type Found = (other: number, value: number) => void;

/**
 * Places in the list are the rows. Everyday questions stand in the background: without them "怎么" would be as telling as "退货" to
 * a shop that was asked five questions.
 */
export function createNearnessMeter(texts: readonly string[], wording: Wording): NearnessMeter {
  const all = [...texts, ...ELSEWHERE].map((text) => wording.toFeatures(wording.toKey(text)));
  const corpus = indexTexts(all);
  const rows = Int32Array.from(all.keys());
  const isBackground = (row: number) => row >= texts.length;
  const { vectors, space } = learnVectors({ corpus, rows, isBackground });
  const { starts, ids, values } = vectors;
  const postings = toPostings(vectors, space.size);
  const scores = new Float64Array(all.length);
  return {
    forEachNear(row, { from, end, min }, found) {
      scores.fill(0);
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
        addSimilarities(postings, { id: ids[at] ?? 0, value: values[at] ?? 0 }, scores);
      for (let other = from; other < end; other += 1) {
        const value = scores[other] ?? 0;
        if (value >= min && other !== row) found(other, Math.min(1, value));
      }
    },
  };
}
