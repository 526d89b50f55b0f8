import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import type { DocumentState, ListedDocument } from "./document-row.ts";
import { documentColumns } from "./document-row.ts";

export const DOCUMENTS_A_PAGE = 50;

type Filter = {
  /** In its name, its address or its tags. */
  readonly search: string;
  readonly state: DocumentState | null;
  readonly tag: string | null;
  readonly isDeleted: boolean;
  readonly after: string | null;
};

/** Documents of a base, newest first. */
export async function listDocuments(
  tx: TransactionSql,
  { workspaceId, baseId, search, state, tag, isDeleted, after }: BaseKey & Filter,
): Promise<{ readonly documents: readonly ListedDocument[]; readonly next: string | null }> {
  await getBase(tx, { workspaceId, baseId });
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx<ListedDocument[]>`
    select ${documentColumns(tx)} from document d
    where d.base_id = ${baseId} and (d.deleted_at is not null) = ${isDeleted}
      ${search === "" ? tx`` : tx`and (d.name ilike ${pattern} or d.url ilike ${pattern} or ${search} = any(d.tags))`}
      ${state === null ? tx`` : tx`and d.state = ${state}`}
      ${tag === null ? tx`` : tx`and ${tag} = any(d.tags)`}
      ${after === null ? tx`` : tx`and d.id < ${after}`}
    order by d.id desc limit ${DOCUMENTS_A_PAGE + 1}`;
  const documents = rows.slice(0, DOCUMENTS_A_PAGE);
  return { documents, next: rows.length > DOCUMENTS_A_PAGE ? (documents.at(-1)?.id ?? null) : null };
}

/** Tags of the base's documents and how many documents have each, for filters. */
export async function listDocumentTags(tx: TransactionSql, { workspaceId, baseId }: BaseKey) {
  await getBase(tx, { workspaceId, baseId });
  return tx<{ tag: string; documents: number }[]>`
    select tag, count(*)::int as documents from document, unnest(tags) as tag
    where base_id = ${baseId} and deleted_at is null group by tag order by documents desc, tag limit 200`;
}
