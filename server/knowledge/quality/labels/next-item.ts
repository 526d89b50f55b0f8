import type { TransactionSql } from "postgres";
import type { AnsweredBy, FoundEntry } from "#drizzle/schema/quality.ts";

/** Long enough to read a long answer; whoever left it open does not keep it from others for ever. */
export const LEASE_MINUTES = 10;

export type Labeller = {
  readonly workspaceId: string;
  readonly userId: string;
  /** Null: of all samples, the oldest first. */
  readonly sampleId: string | null;
  readonly now: Date;
};

/** What is labelled. Nobody else's label is in it: the two must not know of each other. */
export type ItemToLabel = {
  readonly id: string;
  readonly sampleId: string;
  readonly conversationId: string;
  readonly botName: string | null;
  readonly before: string;
  readonly question: string;
  readonly answer: string;
  readonly answeredBy: AnsweredBy;
  readonly found: readonly FoundEntry[];
  readonly askedAt: Date;
};

export type Progress = {
  /** Items that the reader has labelled, and those that wait for a label of theirs. */
  readonly mine: number;
  readonly waiting: number;
};

/**
 * The next item for a person, theirs for `LEASE_MINUTES`: two never get the same one at the same moment, and both get it in the end.
 * What they put off comes last. Null: there is nothing (more) to label.
 */
export async function nextItem(
  tx: TransactionSql,
  { workspaceId, userId, sampleId, now }: Labeller,
): Promise<{ readonly item: ItemToLabel | null; readonly progress: Progress }> {
  const [leased] = await tx<{ id: string }[]>`
    update label_item set lease_user_id = ${userId}, lease_until = ${now}::timestamptz + make_interval(mins => ${LEASE_MINUTES})
    where id = (
      select i.id from label_item i left join label_skip k on k.item_id = i.id and k.user_id = ${userId}
      where ${isFor(tx, { workspaceId, userId, sampleId })}
        and (i.lease_user_id = ${userId} or i.lease_until is null or i.lease_until < ${now})
      order by k.at nulls first, (i.lease_user_id is not distinct from ${userId}) desc, i.sample_id, i.position
      limit 1 for update of i skip locked)
    returning id`;
  const item = leased === undefined ? null : await readItem(tx, leased.id);
  return { item, progress: await readProgress(tx, { workspaceId, userId, sampleId }) };
}

async function readItem(tx: TransactionSql, itemId: string): Promise<ItemToLabel | null> {
  const [item] = await tx<ItemToLabel[]>`
    select i.id, i.sample_id as "sampleId", i.conversation_id as "conversationId", b.name as "botName", i.before, i.question, i.answer,
      i.answered_by as "answeredBy", i.found, i.asked_at as "askedAt"
    from label_item i left join bot b on b.id = i.bot_id where i.id = ${itemId}`;
  return item ?? null;
}

type Own = Omit<Labeller, "now">;

/** Items `i` that wait for a label of this person. */
const isFor = (tx: TransactionSql, { workspaceId, userId, sampleId }: Own) => tx`
  i.workspace_id = ${workspaceId} and i.state = 'open' ${sampleId === null ? tx`` : tx`and i.sample_id = ${sampleId}`}
  and not exists (select from label l where l.item_id = i.id and l.user_id = ${userId})`;

async function readProgress(tx: TransactionSql, own: Own): Promise<Progress> {
  const { workspaceId, userId, sampleId } = own;
  const [row] = await tx<Progress[]>`
    select (select count(*)::int from label_item i where ${isFor(tx, own)}) as waiting,
      (select count(*)::int from label l join label_item i on i.id = l.item_id
        where l.workspace_id = ${workspaceId} and l.user_id = ${userId} and l.kind = 'label'
          ${sampleId === null ? tx`` : tx`and i.sample_id = ${sampleId}`}) as mine`;
  return row ?? { mine: 0, waiting: 0 };
}
