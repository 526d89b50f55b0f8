import type { Sql } from "postgres";
import type { Part } from "#flows/kernel/protocol.ts";
import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import { AppError } from "../../app-error.ts";

/** Passages before and behind the cited one that are shown with it. */
const NEIGHBOURS = 2;

export type OpenCitation = {
  /** The document's name, without its ending. */
  readonly title: string;
  /** Where the document itself can be read; null for what was uploaded. */
  readonly url: string | null;
  /** In their order. */
  readonly passages: readonly OpenPassage[];
};

type OpenPassage = {
  readonly isCited: boolean;
  readonly titlePath: readonly string[];
  readonly text: string;
  readonly place: PassagePlace;
};

/** One source of one message of the caller's own talk. */
export type CitationKey = {
  readonly conversationId: string;
  readonly workspaceId: string;
  readonly seq: number;
  /** Counts the sources of the message from 0. */
  readonly index: number;
};

/**
 * What a customer was answered from, and what stands around it. A talk opens what its own bot has cited in it and nothing else: no id
 * comes from the caller, so there is nothing to guess and no document to leaf through. `not_found` for whatever is no longer, or
 * never was, for customers to read: deleted, out of its days, important or core.
 */
export async function openCitation(sql: Sql, key: CitationKey): Promise<OpenCitation> {
  const source = await findSource(sql, key);
  if (source === null) throw new AppError("not_found");
  const { workspaceId } = key;
  const rows = await sql<(OpenPassage & { readonly title: string; readonly url: string | null })[]>`
    select regexp_replace(d.name, '[.][A-Za-z0-9]{1,8}$', '') as title, d.url, p.id = cited.id as "isCited",
      p.title_path as "titlePath", p.text, p.place
    from passage cited join document d on d.id = cited.document_id join knowledge_base b on b.id = d.base_id
    join passage p on p.document_id = d.id and p.position between cited.position - ${NEIGHBOURS} and cited.position + ${NEIGHBOURS}
    where cited.id = ${source.passageId} and d.id = ${source.documentId} and d.workspace_id = ${workspaceId}
      and d.is_served and d.data_class = 'general' and d.deleted_at is null and b.deleted_at is null
      and (d.valid_from is null or d.valid_from <= ${chinaToday(sql)}) and (d.valid_until is null or d.valid_until >= ${chinaToday(sql)})
    order by p.position, p.id limit ${NEIGHBOURS * 2 + 1}`;
  const [first] = rows;
  if (first === undefined) throw new AppError("not_found");
  const passages = rows.map(({ isCited, titlePath, text, place }) => ({ isCited, titlePath, text, place }));
  return { title: first.title, url: first.url, passages };
}

/** Days are those of China, as in `search-knowledge.ts`. */
const chinaToday = (sql: Sql) => sql`(now() at time zone 'Asia/Shanghai')::date`;

async function findSource(
  sql: Sql,
  { conversationId, seq, index }: CitationKey,
): Promise<{ readonly documentId: string; readonly passageId: string } | null> {
  const [row] = await sql<{ parts: readonly Part[] }[]>`
    select parts from message where conversation_id = ${conversationId} and seq = ${seq} and role = 'bot'`;
  const items = (row?.parts ?? []).flatMap((part) => (part.type === "citations" ? part.items : []));
  const source = items[index]?.source;
  return source !== undefined && "passageId" in source ? source : null;
}
