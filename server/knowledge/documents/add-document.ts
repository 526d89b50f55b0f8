import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import { recordAudit } from "../../auth/audit.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, lockBase } from "../bases/get-base.ts";
import { DOCUMENTS_MAX } from "./document-limits.ts";
import { writePieces } from "./ingest/document-pieces.ts";
import { findNamedKind } from "./reading/document-kind.ts";

type By = { readonly actor: Actor };
type Upload = { readonly name: string; readonly bytes: Buffer; readonly sha256: string };
type Page = { readonly name: string; readonly url: string; readonly resyncHours: number | null };

/**
 * Keeps a file and queues its reading; whoever calls wakes the reader after the commit. Fails with `unsupported_media_type` for a name
 * that says no kind of ours, and with `conflict` (`same_document`) when the base holds the very same bytes already.
 */
export async function addUpload(
  tx: TransactionSql,
  { workspaceId, baseId, actor, name, bytes, sha256 }: BaseKey & By & Upload,
): Promise<{ readonly documentId: string }> {
  if (findNamedKind({ name, mediaType: null }) === null) throw new AppError("unsupported_media_type");
  await lockForOneMore(tx, { workspaceId, baseId });
  const [same] = await tx<{ name: string }[]>`
    select name from document where base_id = ${baseId} and sha256 = ${sha256} and deleted_at is null limit 1`;
  if (same) throw new AppError("conflict", { reason: "same_document", name: same.name });
  const [row] = await tx<{ documentId: string }[]>`
    insert into document (base_id, workspace_id, name, source, state, size, sha256, author_name)
    values (${baseId}, ${workspaceId}, ${name}, 'upload', 'queued', ${bytes.length}, ${sha256}, ${actor.name})
    returning id as "documentId"`;
  if (!row) throw new Error("the document was not written");
  await writePieces(tx, { documentId: row.documentId, workspaceId }, bytes);
  await recordAudit(tx, { workspaceId, actor, action: "document-added", target: name });
  return row;
}

/** Keeps an address and queues its first reading. What it leads to is found out by whoever reads it. */
export async function addPage(
  tx: TransactionSql,
  { workspaceId, baseId, actor, name, url, resyncHours }: BaseKey & By & Page,
): Promise<{ readonly documentId: string }> {
  await lockForOneMore(tx, { workspaceId, baseId });
  const [same] = await tx<{ name: string }[]>`
    select name from document where base_id = ${baseId} and url = ${url} and deleted_at is null limit 1`;
  if (same) throw new AppError("conflict", { reason: "same_document", name: same.name });
  const [row] = await tx<{ documentId: string }[]>`
    insert into document (base_id, workspace_id, name, source, url, state, resync_hours, author_name)
    values (${baseId}, ${workspaceId}, ${name}, 'url', ${url}, 'queued', ${resyncHours}, ${actor.name})
    returning id as "documentId"`;
  if (!row) throw new Error("the document was not written");
  await recordAudit(tx, { workspaceId, actor, action: "document-added", target: name, facts: { url } });
  return row;
}

async function lockForOneMore(tx: TransactionSql, key: BaseKey): Promise<void> {
  await lockBase(tx, key);
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from document where base_id = ${key.baseId} and deleted_at is null`;
  if (count >= DOCUMENTS_MAX) throw new AppError("conflict", { reason: "too_many_documents" });
}
