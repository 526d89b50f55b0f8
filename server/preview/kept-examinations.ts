import type { TransactionSql } from "postgres";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { toJsonText } from "../db/to-json-text.ts";

/** Of a workspace, those that were looked at last; one is some ten kilobytes. */
const KEPT_MAX = 100;
/** Pages ask every half second: when a report was looked at is not written again so soon. */
const FRESH = "1 hour";

type Key = { readonly workspaceId: string; readonly contentHash: string };

/** What was made of the same content before, in whichever process and however long ago. */
export async function findExaminations(
  tx: TransactionSql,
  { workspaceId, hashes }: { readonly workspaceId: string; readonly hashes: readonly string[] },
): Promise<ReadonlyMap<string, LearningReport>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx<{ contentHash: string; report: LearningReport }[]>`
    select content_hash as "contentHash", report from examination
    where workspace_id = ${workspaceId} and content_hash = any(${[...hashes]}::text[])`;
  if (rows.length > 0) await touch(tx, { workspaceId, hashes: rows.map(({ contentHash }) => contentHash) });
  return new Map(rows.map(({ contentHash, report }) => [contentHash, report]));
}

/** Of two who look at the same ones at once, neither waits for the other. */
async function touch(
  tx: TransactionSql,
  { workspaceId, hashes }: { readonly workspaceId: string; readonly hashes: readonly string[] },
): Promise<void> {
  await tx`
    update examination set used_at = now() where (workspace_id, content_hash) in (
      select workspace_id, content_hash from examination
      where workspace_id = ${workspaceId} and content_hash = any(${[...hashes]}::text[])
        and used_at < now() - ${FRESH}::interval
      for update skip locked)`;
}

export async function keepExamination(
  tx: TransactionSql,
  { workspaceId, contentHash, report }: Key & { readonly report: LearningReport },
): Promise<void> {
  await tx`
    insert into examination (workspace_id, content_hash, report)
    values (${workspaceId}, ${contentHash}, ${toJsonText(report)}::text::jsonb)
    on conflict (workspace_id, content_hash) do update set used_at = now()
      where examination.used_at < now() - ${FRESH}::interval`;
  // Two that clean up at once may find the same rows, in whatever order: neither waits for the other.
  await tx`
    delete from examination where workspace_id = ${workspaceId} and content_hash in (
      select content_hash from examination where workspace_id = ${workspaceId}
        and content_hash not in (
          select content_hash from examination where workspace_id = ${workspaceId}
          order by used_at desc, content_hash limit ${KEPT_MAX})
      for update skip locked)`;
}
