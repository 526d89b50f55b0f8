import type { TransactionSql } from "postgres";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { toJsonText } from "../db/to-json-text.ts";

/** Of a workspace, those that were looked at last; one is some ten kilobytes. */
const KEPT_MAX = 100;

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
  return new Map(rows.map(({ contentHash, report }) => [contentHash, report]));
}

export async function keepExamination(
  tx: TransactionSql,
  { workspaceId, contentHash, report }: Key & { readonly report: LearningReport },
): Promise<void> {
  await tx`
    insert into examination (workspace_id, content_hash, report)
    values (${workspaceId}, ${contentHash}, ${toJsonText(report)}::text::jsonb)
    on conflict (workspace_id, content_hash) do update set used_at = now()`;
  // Two that clean up at once may find the same rows, in whatever order: neither waits for the other.
  await tx`
    delete from examination where workspace_id = ${workspaceId} and content_hash in (
      select content_hash from examination where workspace_id = ${workspaceId}
        and content_hash not in (
          select content_hash from examination where workspace_id = ${workspaceId}
          order by used_at desc, content_hash limit ${KEPT_MAX})
      for update skip locked)`;
}
