import type { Fragment, Sql } from "postgres";

/** Further phrasings of an entry add little once it has this many. */
const PHRASINGS_MAX = 10;

/**
 * What of a base is turned into vectors, as rows (kind, id, hash, text): passages with the headings above them, approved cases, and the
 * phrasings of the live release's entries. Important and core data are never sent to a provider.
 */
export const embeddedTexts = (sql: Sql, baseId: string): Fragment => sql`
  select kind, id, text, md5(text) as hash from (${passageTexts(sql, baseId)} union all ${caseTexts(sql, baseId)}
    union all ${phrasingTexts(sql, baseId)}) texts`;

/** Rows (kind, id, text); the name stands above the headings, without its ending (as `toSearchTitle` has it). */
const passageTexts = (sql: Sql, baseId: string): Fragment => sql`
  select 'passage' as kind, p.id, array_to_string(
    array_remove(array[regexp_replace(d.name, '[.][A-Za-z0-9]{1,8}$', '')] || p.title_path, ''), ' › ') || E'\n' || p.text as text
  from passage p join document d on d.id = p.document_id
  where p.base_id = ${baseId} and d.is_served and d.deleted_at is null and d.data_class = 'general'`;

/** A case is searched as a passage is; see `load-passages.ts`. */
const caseTexts = (sql: Sql, baseId: string): Fragment => sql`
  select 'passage', c.id, concat_ws(E'\\n', c.served->>'question', nullif(c.served->>'context', ''), c.served->>'answer')
  from knowledge_case c where c.base_id = ${baseId} and c.served is not null and c.deleted_at is null`;

const phrasingTexts = (sql: Sql, baseId: string): Fragment => sql`
  select 'phrasing' as kind, (x->>'id')::uuid as id, said.text
  from knowledge_base b join faq_release r on r.id = b.live_release_id, jsonb_array_elements(r.content->'entries') x,
    lateral (
      (select value as text from jsonb_each_text(x->'question'))
      union all (select value from jsonb_array_elements_text(x->'similar') limit ${PHRASINGS_MAX})
    ) said
  where b.id = ${baseId} and x->>'dataClass' = 'general' and btrim(said.text) <> ''`;
