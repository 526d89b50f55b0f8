import type { TransactionSql } from "postgres";
import { toNdcg } from "../measures/ndcg.ts";
import { judgeMean, judgeShare, type Measured, TARGETS } from "./judge-measure.ts";

/** The newest; each is small, and thousands would hold the event loop up. */
const RANKINGS_MAX = 2_000;
/** nDCG@5: customers are shown no more. */
const DEPTH = 5;

export type Window = { readonly workspaceId: string; readonly from: Date; readonly to: Date };

export type LabelMeasures = {
  readonly accuracy: Measured;
  readonly coverage: Measured;
  readonly relevance: { readonly first: Measured; readonly ndcg: Measured };
  /** Of in-scope questions, those that were answered right. */
  readonly answered: { readonly right: number; readonly count: number };
  /** Settled items of the time, and those among them on which one person spoke alone. */
  readonly items: { readonly settled: number; readonly byOne: number };
};

/**
 * What labels say of answers, over items that were settled in a time:
 * - accuracy: `right` ÷ (`right` + `partly` + `wrong`), of answers that came from an entry, a passage, a case, a fact or a model;
 * - coverage: questions in scope for which an entry answers it, or that were answered right ÷ questions in scope where that could be said;
 * - relevance: over questions in scope with at least one entry that answers or helps, how often what was found first answers it (P@1),
 *   and how well the first five are ordered (nDCG@5, grades 2 and 1, gain 2^grade - 1).
 */
export async function measureLabels(tx: TransactionSql, window: Window): Promise<LabelMeasures> {
  const [counts] = await tx<Counts[]>`
    select count(*)::int as settled, count(*) filter (where i.settled_by = 'one')::int as "byOne",
      count(*) filter (where ${isGiven(tx)} and i.verdict = 'right')::int as "rightGiven",
      count(*) filter (where ${isGiven(tx)} and i.verdict in ('right', 'partly', 'wrong'))::int as given,
      count(*) filter (where i.scope = 'yes' and (i.verdict = 'right' or i.relevant @> '[{"grade":2}]'))::int as covered,
      count(*) filter (where i.scope = 'yes' and (i.verdict = 'right' or i.relevant is not null))::int as "inScope",
      count(*) filter (where i.scope = 'yes' and i.verdict = 'right')::int as "answeredRight",
      count(*) filter (where i.scope = 'yes' and i.verdict <> 'unsure')::int as "answeredKnown"
    from label_item i where ${isSettled(tx, window)}`;
  const rankings = await tx<Ranking[]>`
    select (select coalesce(array_agg(f->>'entryId' order by place), '{}') from jsonb_array_elements(i.found) with ordinality f(f, place)
        where place <= ${DEPTH}) as found, i.relevant
    from label_item i
    where ${isSettled(tx, window)} and i.scope = 'yes' and jsonb_array_length(i.relevant) > 0
    order by i.settled_at desc limit ${RANKINGS_MAX}`;
  const { settled, byOne, ...n } = counts ?? NONE;
  const first = rankings.filter(({ found, relevant }) => toGrade(relevant, found[0]) === 2).length;
  const ndcgs = rankings.map(({ found, relevant }) =>
    toNdcg(
      found.map((id) => toGrade(relevant, id)),
      relevant.map(({ grade }) => grade),
      DEPTH,
    ),
  );
  return {
    accuracy: judgeShare(n.rightGiven, n.given, TARGETS.accuracy),
    coverage: judgeShare(n.covered, n.inScope, TARGETS.coverage),
    relevance: {
      first: judgeShare(first, rankings.length, TARGETS.relevance),
      ndcg: judgeMean(ndcgs, TARGETS.relevance),
    },
    answered: { right: n.answeredRight, count: n.answeredKnown },
    items: { settled, byOne },
  };
}

type Counts = Readonly<
  Record<
    "settled" | "byOne" | "rightGiven" | "given" | "covered" | "inScope" | "answeredRight" | "answeredKnown",
    number
  >
>;

const NONE: Counts = {
  ...{ settled: 0, byOne: 0, rightGiven: 0, given: 0 },
  ...{ covered: 0, inScope: 0, answeredRight: 0, answeredKnown: 0 },
};

type Ranking = {
  readonly found: readonly string[];
  readonly relevant: readonly { readonly entryId: string; readonly grade: number }[];
};

const toGrade = (relevant: Ranking["relevant"], entryId: string | undefined): number =>
  relevant.find((one) => one.entryId === entryId)?.grade ?? 0;

const isGiven = (tx: TransactionSql) => tx`i.answered_by in ('faq', 'passage', 'fact', 'model')`;

const isSettled = (tx: TransactionSql, { workspaceId, from, to }: Window) =>
  tx`i.workspace_id = ${workspaceId} and i.state = 'settled' and i.settled_at >= ${from} and i.settled_at < ${to}`;
