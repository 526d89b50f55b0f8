import { setImmediate } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import type { Logger } from "../../../log.ts";
import { type Extraction, extractFacts } from "../extract/extract-facts.ts";
import type { SourcePassage } from "../extract/read-lines.ts";
import { extractInThread } from "./extract-in-thread.ts";
import { storeFacts } from "./store-facts.ts";

/** Rows of one statement: what is parsed at once holds up nobody. */
const ROWS_A_STATEMENT = 200;
/** A thread takes some 100 ms to start; this many passages take less. */
const INLINE_PASSAGES_MAX = 50;
const LEASE_SECONDS = 60;
/** One that fails again and again is left until its document changes. */
const ATTEMPTS_MAX = 3;
const FOUND_MAX = 20;

/** Asks for a new look at a document whose passages have changed, in the transaction that changes them. */
export async function askForReading(
  tx: TransactionSql,
  { documentId, workspaceId }: { readonly documentId: string; readonly workspaceId: string },
): Promise<void> {
  await tx`
    insert into graph_reading (document_id, workspace_id) values (${documentId}, ${workspaceId})
    on conflict (document_id) do update set rev = graph_reading.rev + 1, attempts = 0`;
}

/** Documents that nobody has looked through since they changed. */
export async function findOpenReadings(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select r.document_id as id from graph_reading r join document d on d.id = r.document_id
    where r.rev > r.read_rev and r.attempts < ${ATTEMPTS_MAX} and (r.lease_until is null or r.lease_until < now())
      and d.deleted_at is null
    order by 1 limit ${FOUND_MAX}`;
  return rows.map(({ id }) => id);
}

type Claimed = {
  readonly documentId: string;
  readonly workspaceId: string;
  readonly baseId: string;
  readonly name: string;
  readonly passages: number;
  readonly rev: number;
};

type ReadDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  /** Tells open pages that a document of the base has been looked through. */
  tell?(baseId: string): void;
};

/**
 * Looks through one document for facts, unless somebody else does or nothing has changed since. What is found replaces what was
 * suggested before in one transaction. Never rejects for what a document holds.
 */
export async function readGraph({ sql, log, tell }: ReadDeps, documentId: string): Promise<void> {
  const claimed = await claim(sql, documentId);
  if (!claimed) return;
  const { name, passages, rev } = claimed;
  try {
    const { facts, isCut, qaRows } = await extract(sql, { documentId, name, passages });
    await sql.begin(async (tx) => {
      // A newer change is looked through anew: what was found of the older one may stand nowhere any more.
      const [row] = await tx`
        update graph_reading set read_rev = ${rev}, attempts = 0, lease_until = null, is_cut = ${isCut}, qa_rows = ${qaRows}
        where document_id = ${documentId} and rev = ${rev} returning 1`;
      if (row) await storeFacts(tx, claimed, facts);
      else await tx`update graph_reading set lease_until = null where document_id = ${documentId}`;
    });
    tell?.(claimed.baseId);
  } catch (error) {
    // Left with its lease: it is tried again once that has ended.
    log.warn({ err: error, documentId }, "no facts could be looked for in a document this time");
  }
}

async function claim(sql: Sql, documentId: string): Promise<Claimed | null> {
  const [row] = await sql<Claimed[]>`
    update graph_reading r set attempts = r.attempts + 1, lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
    from document d
    where r.document_id = ${documentId} and d.id = r.document_id and d.deleted_at is null and d.is_served
      and r.rev > r.read_rev and r.attempts < ${ATTEMPTS_MAX} and (r.lease_until is null or r.lease_until < now())
    returning r.document_id as "documentId", r.workspace_id as "workspaceId", d.base_id as "baseId", d.name, d.passages, r.rev`;
  return row ?? null;
}

type Source = { readonly documentId: string; readonly name: string; readonly passages: number };

async function extract(sql: Sql, { documentId, name, passages }: Source): Promise<Extraction> {
  const groups = readPassages(sql, documentId);
  if (passages > INLINE_PASSAGES_MAX) return extractInThread(name, groups);
  const all: SourcePassage[] = [];
  for await (const group of groups) all.push(...group);
  return extractFacts(name, all);
}

async function* readPassages(sql: Sql, documentId: string): AsyncGenerator<readonly SourcePassage[]> {
  let after = -1;
  for (;;) {
    const rows = await sql<(SourcePassage & { readonly position: number })[]>`
      select id, title_path as "titlePath", text, place, position from passage
      where document_id = ${documentId} and position > ${after} order by position limit ${ROWS_A_STATEMENT}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
    yield rows;
    await setImmediate();
  }
}
