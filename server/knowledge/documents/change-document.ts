import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import { recordAudit } from "../../auth/audit.ts";
import type { Actor } from "../actor.ts";
import { askForReading } from "../graph/read/read-graph.ts";
import type { DataClass, ListedDocument } from "./document-row.ts";
import { type DocumentKey, getDocument } from "./get-document.ts";
import { DOCUMENT_RESTORE_DAYS } from "./ingest/find-open-documents.ts";
import { findLanguage } from "./reading/find-language.ts";

/** Enough to tell the language by. */
const LANGUAGE_PASSAGES = 200;

type By = { readonly actor: Actor };

export type DocumentChange = {
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly dataClass?: DataClass | undefined;
  /** "automatic" takes back what somebody chose: it is in the language of its readings again. */
  readonly language?: string | null | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
  readonly resyncHours?: number | null | undefined;
};

/** Only what is given changes. Whom it is served to changes with the next index of the base. */
export async function updateDocument(
  tx: TransactionSql,
  { workspaceId, documentId, actor, ...change }: DocumentKey & By & DocumentChange,
): Promise<void> {
  const known = await getDocument(tx, { workspaceId, documentId });
  const next = merge(known, change);
  const isAutomatic = change.language === "automatic";
  const language = isAutomatic ? await findReadLanguage(tx, documentId) : next.language;
  if (next.validFrom !== null && next.validUntil !== null && next.validFrom > next.validUntil)
    throw new AppError("invalid_request", { reason: "dates_reversed" });
  if (next.resyncHours !== null && known.source === "upload") throw new AppError("invalid_request");
  await tx`
    update document set name = ${next.name}, tags = ${[...next.tags]}, data_class = ${next.dataClass}, language = ${language},
      language_by_person = ${isAutomatic ? false : change.language === undefined ? tx`language_by_person` : true},
      valid_from = ${next.validFrom}::date, valid_until = ${next.validUntil}::date, resync_hours = ${next.resyncHours},
      next_sync_at = coalesce(last_sync_at, now()) + ${next.resyncHours}::int * interval '1 hour', updated_at = now()
    where id = ${documentId}`;
  await touchBase(tx, known.baseId);
  await recordAudit(tx, { workspaceId, actor, action: "document-changed", target: next.name });
}

/** Reads it again: one that failed or was cancelled, or a page of which somebody knows that it has changed. */
export async function retryDocument(tx: TransactionSql, key: DocumentKey): Promise<void> {
  const { source, state } = await getDocument(tx, key);
  if (state === "queued" || state === "parsing") return;
  if (source === "upload" && state === "ready")
    throw new AppError("conflict", { reason: "document_is_read" });
  await tx`update document set state = 'queued', progress = 0, attempts = 0, lease_until = null, error_code = null,
    error_facts = null where id = ${key.documentId}`;
}

/** Stops a reading within a second. What was read before is served on; one that never was read stays as it came. */
export async function cancelDocument(tx: TransactionSql, key: DocumentKey): Promise<void> {
  await getDocument(tx, key);
  await tx`update document set state = case when is_served then 'ready' else 'cancelled' end, lease_until = null, progress = 0,
    next_sync_at = now() + resync_hours * interval '1 hour'
    where id = ${key.documentId} and state in ('queued', 'parsing')`;
}

/** Out of sight and no longer served. It can be brought back for 30 days. */
export async function deleteDocument(tx: TransactionSql, { actor, ...key }: DocumentKey & By): Promise<void> {
  const { name, baseId } = await getDocument(tx, key);
  await tx`update document set deleted_at = now(), lease_until = null,
    state = case when state in ('queued', 'parsing') then case when is_served then 'ready' else 'cancelled' end else state end
    where id = ${key.documentId}`;
  await touchBase(tx, baseId);
  await recordAudit(tx, { workspaceId: key.workspaceId, actor, action: "document-deleted", target: name });
}

export async function restoreDocument(
  tx: TransactionSql,
  { workspaceId, documentId, actor }: DocumentKey & By,
): Promise<void> {
  const [row] = await tx<{ name: string; baseId: string }[]>`
    update document d set deleted_at = null from knowledge_base b
    where d.id = ${documentId} and d.workspace_id = ${workspaceId} and b.id = d.base_id and b.deleted_at is null
      and d.deleted_at > now() - make_interval(days => ${DOCUMENT_RESTORE_DAYS})
    returning d.name, d.base_id as "baseId"`;
  if (!row) throw new AppError("not_found");
  await touchBase(tx, row.baseId);
  await recordAudit(tx, { workspaceId, actor, action: "document-restored", target: row.name });
}

/** A person's words in the place of the document's; they outlive every new reading. */
export async function editPassage(
  tx: TransactionSql,
  {
    workspaceId,
    passageId,
    text,
    knownAt,
  }: {
    readonly workspaceId: string;
    readonly passageId: string;
    readonly text: string;
    /** When the editor's copy was written: an edit made meanwhile is not overwritten. */
    readonly knownAt: Date;
  },
): Promise<{ readonly updatedAt: Date }> {
  const [known] = await tx<{ documentId: string; updatedAt: Date }[]>`
    select document_id as "documentId", updated_at as "updatedAt" from passage
    where id = ${passageId} and workspace_id = ${workspaceId} for update`;
  if (!known) throw new AppError("not_found");
  const { baseId } = await getDocument(tx, { workspaceId, documentId: known.documentId });
  if (known.updatedAt.getTime() !== knownAt.getTime()) throw new AppError("conflict");
  const [row] = await tx<{ updatedAt: Date }[]>`
    update passage set text = ${text}, is_edited = true, is_outdated = false,
      updated_at = date_trunc('milliseconds', clock_timestamp())
    where id = ${passageId} returning updated_at as "updatedAt"`;
  await touchBase(tx, baseId);
  await askForReading(tx, { documentId: known.documentId, workspaceId });
  return { updatedAt: row?.updatedAt ?? known.updatedAt };
}

/** As a reading would find it. */
async function findReadLanguage(tx: TransactionSql, documentId: string): Promise<string | null> {
  const rows = await tx<{ text: string }[]>`
    select text from passage where document_id = ${documentId} order by position limit ${LANGUAGE_PASSAGES}`;
  return findLanguage(rows.map(({ text }) => text));
}

async function touchBase(tx: TransactionSql, baseId: string): Promise<void> {
  await tx`update knowledge_base set passages_rev = passages_rev + 1 where id = ${baseId}`;
}

function merge(known: ListedDocument, change: DocumentChange) {
  const choose = <Value>(given: Value | undefined, old: Value): Value => (given === undefined ? old : given);
  return {
    name: choose(change.name, known.name),
    tags: choose(change.tags, known.tags),
    dataClass: choose(change.dataClass, known.dataClass),
    language: choose(change.language, known.language),
    validFrom: choose(change.validFrom, known.validFrom),
    validUntil: choose(change.validUntil, known.validUntil),
    resyncHours: choose(change.resyncHours, known.resyncHours),
  };
}
