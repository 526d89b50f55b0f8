import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { recordAudit } from "../../../auth/audit.ts";
import type { Actor } from "../../actor.ts";

const SHOWN_MAX = 100;

export type ListedSample = {
  readonly id: string;
  readonly name: string;
  /** As text: nobody calculates with it, and it is typed again as it stands. */
  readonly seed: string;
  readonly botName: string | null;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly population: Readonly<Record<string, number>>;
  readonly annotators: number;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly items: number;
  readonly settled: number;
  readonly disputed: number;
  /** Items that the reader can label now. */
  readonly waiting: number;
};

type SampleKey = { readonly workspaceId: string; readonly sampleId: string };

type Reading = { readonly workspaceId: string; readonly userId: string };

/** The newest draws with how far each is. */
export function listSamples(
  tx: TransactionSql,
  { workspaceId, userId }: Reading,
): Promise<readonly ListedSample[]> {
  return tx<ListedSample[]>`
    select s.id, s.name, s.seed::text, b.name as "botName", s.from_at as "fromAt", s.to_at as "toAt", s.population, s.annotators,
      s.author_name as "authorName", s.created_at as "createdAt", counts.items, counts.settled, counts.disputed, counts.waiting
    from label_sample s left join bot b on b.id = s.bot_id
    cross join lateral (
      select count(*)::int as items, count(*) filter (where i.state = 'settled')::int as settled,
        count(*) filter (where i.state = 'disputed')::int as disputed,
        count(*) filter (where i.state = 'open' and not exists (
          select from label l where l.item_id = i.id and l.user_id = ${userId}))::int as waiting
      from label_item i where i.sample_id = s.id
    ) counts
    where s.workspace_id = ${workspaceId} order by s.id desc limit ${SHOWN_MAX}`;
}

/** With all its items and labels; their questions can be drawn again. */
export async function deleteSample(
  tx: TransactionSql,
  { workspaceId, actor, sampleId }: SampleKey & { readonly actor: Actor },
): Promise<void> {
  const [gone] = await tx<{ name: string }[]>`
    delete from label_sample where id = ${sampleId} and workspace_id = ${workspaceId} returning name`;
  if (!gone) throw new AppError("not_found");
  await recordAudit(tx, { workspaceId, actor, action: "label-sample-deleted", target: gone.name });
}

/** `not_found` for unknown and foreign samples. */
export async function assertSample(tx: TransactionSql, { workspaceId, sampleId }: SampleKey): Promise<void> {
  const [row] = await tx`select from label_sample where id = ${sampleId} and workspace_id = ${workspaceId}`;
  if (!row) throw new AppError("not_found");
}
