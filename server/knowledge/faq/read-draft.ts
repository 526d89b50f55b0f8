import type { TransactionSql } from "postgres";
import type { BaseKey } from "../bases/get-base.ts";
import type { EntryContent } from "./entry-content.ts";

/** What a matcher of a base is learned from. */
export type Lesson = {
  readonly entries: readonly {
    readonly id: string;
    readonly question: EntryContent["question"];
    readonly similar: readonly string[];
    readonly negatives: readonly string[];
  }[];
  readonly synonyms: readonly (readonly string[])[];
};

/** Names the state of a base's phrasings and synonyms: while it is the same, nothing has to be learned again. */
export async function readDraftPrint(tx: TransactionSql, { workspaceId, baseId }: BaseKey): Promise<string> {
  const [row] = await tx<{ print: string }[]>`
    select md5(concat(
      (select string_agg(md5(concat(e.id, e.question, e."similar", e.negatives)), '' order by e.id) from faq_entry e
        where ${isWorkedOn(tx, baseId)}),
      (select string_agg(md5(s.words::text), '' order by s.id) from faq_synonym s
        where ${countsIn(tx, { workspaceId, baseId })}))) as print`;
  return row?.print ?? "";
}

/**
 * Everything that is worked on, approved or not; retired and deleted entries are not. A `Lesson` as JSON text: reading thousands
 * of entries would hold the event loop up, so whoever learns them does it.
 */
export async function readDraft(tx: TransactionSql, { workspaceId, baseId }: BaseKey): Promise<string> {
  const [row] = await tx<{ lesson: string }[]>`
    select json_build_object(
      'entries', (select coalesce(json_agg(json_build_object(
          'id', e.id, 'question', e.question, 'similar', e."similar", 'negatives', e.negatives) order by e.id), '[]')
        from faq_entry e where ${isWorkedOn(tx, baseId)}),
      'synonyms', (select coalesce(json_agg(s.words order by s.base_id nulls last, s.id), '[]')
        from faq_synonym s where ${countsIn(tx, { workspaceId, baseId })}))::text as lesson`;
  if (!row) throw new Error("the database answered nothing");
  return row.lesson;
}

const isWorkedOn = (tx: TransactionSql, baseId: string) =>
  tx`e.base_id = ${baseId} and e.deleted_at is null and e.state <> 'retired'`;

const countsIn = (tx: TransactionSql, { workspaceId, baseId }: BaseKey) =>
  tx`s.workspace_id = ${workspaceId} and (s.base_id = ${baseId} or s.base_id is null)`;
