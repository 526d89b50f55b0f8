import { type RowDraft, spaceOf, toRankedRows } from "./build-rows.ts";
import { createRanker, type Ranker } from "./create-ranker.ts";
import { type RowPulls, trainSeparators } from "./train-separators.ts";

type Learnt = { readonly ranker: Ranker; readonly pulls: readonly RowPulls[] | null };

/** Everything that is learnt from rows but the confidence; used for the model and inside cross-fitting. */
export function learn(drafts: readonly RowDraft[], classesCount: number, isTrained: boolean): Learnt {
  const space = spaceOf(drafts);
  const rows = toRankedRows(drafts, space);
  const pulls = isTrained ? trainSeparators(rows, classesCount, space.size) : null;
  return { ranker: createRanker({ rows, classesCount, space, pulls }), pulls };
}
