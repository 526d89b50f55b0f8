import type { TransactionSql } from "postgres";
import { type Kappa, toKappa } from "../measures/cohen-kappa.ts";
import { type Judgement, toEntryAnswer } from "./settle-labels.ts";

/** Below it kappa says more about chance than about people. */
export const PAIRS_MIN = 30;

/** The newest pairs are enough: people change how they label. */
const PAIRS_MAX = 2_000;

export const LABEL_QUESTIONS = ["scope", "verdict", "entry"] as const;

export type Agreement = {
  readonly question: (typeof LABEL_QUESTIONS)[number];
  /** Null below `PAIRS_MIN`: not enough data. */
  readonly result: Kappa | null;
  readonly count: number;
  /** Pairs left out, since one of the two could not say. */
  readonly unsure: number;
};

type Pair = { readonly first: Judgement; readonly second: Judgement };

/** How far two people agree on each question beyond chance, over items that two have labelled. What a decision said later does not count. */
export async function measureAgreement(
  tx: TransactionSql,
  { workspaceId, sampleId }: { readonly workspaceId: string; readonly sampleId: string | null },
): Promise<{ readonly pairs: number; readonly pairsMin: number; readonly agreements: readonly Agreement[] }> {
  const pairs = await tx<Pair[]>`
    select said.labels->0 as first, said.labels->1 as second
    from label_item i
    cross join lateral (
      select jsonb_agg(jsonb_build_object('scope', l.scope, 'verdict', l.verdict, 'relevant', l.relevant) order by l.at, l.user_id) as labels
      from label l where l.item_id = i.id and l.kind = 'label'
    ) said
    where i.workspace_id = ${workspaceId} and i.state <> 'open' and jsonb_array_length(said.labels) > 1
      ${sampleId === null ? tx`` : tx`and i.sample_id = ${sampleId}`}
    order by i.id desc limit ${PAIRS_MAX}`;
  const agreements = LABEL_QUESTIONS.map((question): Agreement => {
    const asked = pairs.flatMap(({ first, second }) => toAnswers(question, first, second));
    const sure = asked.filter((answers) => !answers.includes("unsure"));
    const result = sure.length < PAIRS_MIN ? null : toKappa(sure);
    return { question, result, count: sure.length, unsure: asked.length - sure.length };
  });
  return { pairs: pairs.length, pairsMin: PAIRS_MIN, agreements };
}

function toAnswers(
  question: Agreement["question"],
  first: Judgement,
  second: Judgement,
): readonly (readonly [string, string])[] {
  if (question !== "entry") return [[first[question], second[question]]];
  // Out of scope, nobody was asked for an entry.
  const wereAsked = first.scope === "yes" && second.scope === "yes";
  return wereAsked ? [[toEntryAnswer(first), toEntryAnswer(second)]] : [];
}
