import type { Sql, TransactionSql } from "postgres";
import type { Logger } from "../../../log.ts";
import type { OutboundClient } from "../../../net/create-outbound-client.ts";
import { askForReading } from "../../graph/read/read-graph.ts";
import { ReadFailure } from "../reading/read-failure.ts";
import { type ReadDocument, readInProcess } from "../reading/read-in-process.ts";
import { hashBytes, readPieces, toPieces, writePieces } from "./document-pieces.ts";
import { fetchPage } from "./fetch-page.ts";
import { keepLease, LEASE_SECONDS, type ReadingLease } from "./keep-lease.ts";
import { storePassages } from "./store-passages.ts";

/**
 * Reads one row of `document`; the row is the truth, jobs only wake.
 *
 * D1. A document is read by whoever holds its lease. When a worker dies, the lease ends within 15 s and the reading begins anew;
 *     one that has killed three readers is given up.
 * D2. What customers are answered from changes in one transaction at the end: all of a new reading, or nothing of it.
 * D3. A failed or cancelled reading leaves what was read before as it is.
 * D4. A page that says what it said before changes nothing but the time at which it was looked at.
 */

const ATTEMPTS_MAX = 3;
const FETCHED_PERCENT = 10;
const READ_PERCENT = 90;

type IngestDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  readonly outbound: OutboundClient;
  /** Aborts when the process drains: the reading is given back. */
  readonly stop: AbortSignal;
  /** Tells open pages that a reading of the base has gone on. */
  tell?(baseId: string): void;
};

type Claimed = {
  readonly id: string;
  readonly baseId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly url: string | null;
  readonly size: number;
  readonly sha256: string | null;
  readonly etag: string | null;
  readonly isServed: boolean;
  readonly language: string | null;
  readonly attempts: number;
};

/** Bytes that are new; null for what is stored already. */
type NewBytes = { readonly bytes: Buffer; readonly sha256: string; readonly etag: string | null } | null;

/** Reads to the end unless somebody else does, or nothing is to be read. Never rejects for what a document holds. */
export async function performIngestion(deps: IngestDeps, documentId: string): Promise<void> {
  const document = await claim(deps.sql, documentId);
  if (!document) return;
  if (document.attempts > ATTEMPTS_MAX)
    return fail(deps.sql, document, new ReadFailure("reader_crashed", { attempts: ATTEMPTS_MAX }));
  const tell = (): void => deps.tell?.(document.baseId);
  tell();
  const lost = new AbortController();
  const lease = keepLease(deps, documentId, { onLost: () => lost.abort(), onWritten: tell });
  const signal = AbortSignal.any([lost.signal, deps.stop]);
  try {
    await (document.url === null
      ? readUpload(deps, document, { lease, signal })
      : readPage(deps, document, { lease, signal, url: document.url }));
    await lease.stop();
  } catch (error) {
    await lease.stop();
    if (lost.signal.aborted) return;
    if (deps.stop.aborted) return await giveBack(deps.sql, documentId);
    if (error instanceof ReadFailure) return await fail(deps.sql, document, error);
    // Left with its lease: it is tried again once that has ended, three times in all.
    deps.log.warn({ err: error, documentId }, "a document could not be read this time");
  } finally {
    tell();
  }
}

async function claim(sql: Sql, documentId: string): Promise<Claimed | null> {
  const [row] = await sql<Claimed[]>`
    update document set state = 'parsing', progress = 0, attempts = attempts + 1, error_code = null, error_facts = null,
      lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
    where id = ${documentId} and state in ('queued', 'parsing') and deleted_at is null
      and (lease_until is null or lease_until < now())
    returning id, base_id as "baseId", workspace_id as "workspaceId", name, url, size, sha256, etag,
      is_served as "isServed", language, attempts`;
  return row ?? null;
}

type Run = { readonly lease: ReadingLease; readonly signal: AbortSignal };

async function readUpload(deps: IngestDeps, document: Claimed, { lease, signal }: Run): Promise<void> {
  const { name, size, id } = document;
  const read = await readInProcess({
    order: { name, mediaType: null, size },
    pieces: readPieces(deps.sql, id),
    ...{ signal, onProgress: (share: number) => lease.set(share * READ_PERCENT) },
  });
  await store(deps.sql, { document, read, fresh: null, lease });
}

async function readPage(
  deps: IngestDeps,
  document: Claimed,
  { lease, signal, url }: Run & { readonly url: string },
): Promise<void> {
  const etag = document.isServed ? document.etag : null;
  const page = await fetchPage(deps.outbound, { url, etag, signal });
  lease.set(FETCHED_PERCENT);
  if (page.type === "unchanged") return settleUnchanged(deps.sql, document.id);
  const sha256 = await hashBytes(page.bytes);
  if (document.isServed && sha256 === document.sha256) return settleUnchanged(deps.sql, document.id);
  const read = await readInProcess({
    order: { name: page.name, mediaType: page.mediaType, size: page.bytes.length },
    pieces: toPieces(page.bytes),
    ...{
      signal,
      onProgress: (share: number) => lease.set(FETCHED_PERCENT + share * (READ_PERCENT - FETCHED_PERCENT)),
    },
  });
  await store(deps.sql, { document, read, fresh: { bytes: page.bytes, sha256, etag: page.etag }, lease });
}

type Result = {
  readonly document: Claimed;
  readonly read: ReadDocument;
  readonly fresh: NewBytes;
  readonly lease: ReadingLease;
};

async function store(sql: Sql, { document, read, fresh, lease }: Result): Promise<void> {
  lease.set(READ_PERCENT);
  // The row is locked by the first statement below: a progress that is written meanwhile would wait for it, and be lost on nobody.
  await lease.stop();
  const { id: documentId, baseId, workspaceId } = document;
  await sql.begin(async (tx) => {
    // A cancel or a delete that came first is obeyed (D3).
    const [row] = await tx`
      select from document where id = ${documentId} and state = 'parsing' and deleted_at is null for update`;
    if (!row) return;
    if (fresh !== null) await writePieces(tx, { documentId, workspaceId }, fresh.bytes);
    await storePassages(tx, { documentId, baseId, workspaceId }, read.passages);
    await askForReading(tx, { documentId, workspaceId });
    await settle(tx, { document, read, fresh });
  });
}

async function settle(tx: TransactionSql, { document, read, fresh }: Omit<Result, "lease">): Promise<void> {
  const [row] = await tx<{ language: string | null }[]>`
    update document set state = 'ready', progress = 100, is_served = true, media_type = ${read.mediaType}, chars = ${read.chars},
      language = case when language_by_person then language else ${read.language} end, attempts = 0, lease_until = null, updated_at = now(), last_sync_at = now(),
      next_sync_at = now() + resync_hours * interval '1 hour',
      passages = (select count(*)::int from passage where document_id = ${document.id}),
      size = ${fresh?.bytes.length ?? document.size}, sha256 = ${fresh?.sha256 ?? document.sha256},
      etag = ${fresh === null ? document.etag : fresh.etag}
    where id = ${document.id} returning language`;
  // A document that is served for the first time brings passages whose index was built without it; one of another language may keep them all.
  if (!document.isServed || row?.language !== document.language)
    await tx`update knowledge_base set passages_rev = passages_rev + 1 where id = ${document.baseId}`;
}

async function settleUnchanged(sql: Sql, documentId: string): Promise<void> {
  await sql`
    update document set state = 'ready', progress = 100, attempts = 0, lease_until = null, last_sync_at = now(),
      next_sync_at = now() + resync_hours * interval '1 hour'
    where id = ${documentId} and state = 'parsing'`;
}

async function fail(sql: Sql, { id }: Claimed, { code, facts }: ReadFailure): Promise<void> {
  await sql`
    update document set state = 'failed', error_code = ${code}, error_facts = ${sql.json(facts)}, lease_until = null,
      attempts = 0, last_sync_at = now(), next_sync_at = now() + resync_hours * interval '1 hour'
    where id = ${id} and state = 'parsing'`;
}

async function giveBack(sql: Sql, documentId: string): Promise<void> {
  await sql`update document set state = 'queued', lease_until = null, attempts = greatest(attempts - 1, 0)
    where id = ${documentId} and state = 'parsing'`;
}
