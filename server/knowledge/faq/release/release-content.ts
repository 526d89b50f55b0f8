import type { Fragment, TransactionSql } from "postgres";
import type { BaseKey } from "../../bases/get-base.ts";
import type { EntryContent } from "../entry-content.ts";
import { contentOf } from "../entry-row.ts";

/** An entry as customers get it. `rev` is the one that somebody approved, `approver` who that was. */
export type ReleaseEntry = Omit<EntryContent, "ownerId" | "reviewEveryDays"> & {
  readonly id: string;
  readonly rev: number;
  readonly approver: string | null;
};

export type ReleaseContent = {
  readonly entries: readonly ReleaseEntry[];
  readonly synonyms: readonly (readonly string[])[];
};

/**
 * What a release made now would hold, as rows (id, entry): what is approved, and of entries that are being changed what was
 * released last. So a half-written correction never takes an answer away. Retired and deleted entries are left out.
 */
export const nextEntriesOf = (tx: TransactionSql, { baseId }: BaseKey): Fragment => tx`
  select e.id, ${contentOf(tx)} - 'ownerId' - 'reviewEveryDays' || jsonb_build_object(
    'id', e.id, 'rev', e.approved_rev, 'approver', e.approver_name) as entry
  from faq_entry e
  where e.base_id = ${baseId} and e.deleted_at is null and e.state in ('approved', 'published')
  union all
  select e.id, live.entry from faq_entry e
  join (${liveEntriesOf(tx, baseId)}) live on live.id = e.id
  where e.base_id = ${baseId} and e.deleted_at is null and e.state in ('draft', 'in_review')`;

const liveEntriesOf = (tx: TransactionSql, baseId: string): Fragment => tx`
  select (x->>'id')::uuid as id, x as entry from knowledge_base b
  join faq_release r on r.id = b.live_release_id, jsonb_array_elements(r.content->'entries') x
  where b.id = ${baseId}`;

/** The entries of one release, as rows (id, entry). */
export const entriesOfRelease = (tx: TransactionSql, key: BaseKey, number: number): Fragment => tx`
  select (x->>'id')::uuid as id, x as entry from faq_release r, jsonb_array_elements(r.content->'entries') x
  where r.base_id = ${key.baseId} and r.workspace_id = ${key.workspaceId} and r.number = ${number}`;

/** The synonyms and terms that count in a base now, as one JSON value; its own before those of the whole workspace. */
export const wordsOf = (tx: TransactionSql, { workspaceId, baseId }: BaseKey): Fragment => tx`
  select coalesce(json_agg(s.words order by s.base_id nulls last, s.id), '[]') from faq_synonym s
  where s.workspace_id = ${workspaceId} and (s.base_id = ${baseId} or s.base_id is null)`;

/** A `ReleaseContent` as JSON text: thousands of entries are read by the thread that learns them, not by the event loop. */
export async function readNextContent(tx: TransactionSql, key: BaseKey): Promise<string> {
  const [row] = await tx<{ content: string }[]>`
    select json_build_object(
      'entries', (select coalesce(json_agg(entry order by id), '[]') from (${nextEntriesOf(tx, key)}) next),
      'synonyms', (${wordsOf(tx, key)}))::text as content`;
  if (!row) throw new Error("the database answered nothing");
  return row.content;
}
