import type { TransactionSql } from "postgres";
import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import { AppError } from "../../app-error.ts";
import { documentColumns, type ListedDocument } from "./document-row.ts";

export type DocumentKey = { readonly workspaceId: string; readonly documentId: string };

export const PASSAGES_A_PAGE = 50;

export type ShownPassage = {
  readonly id: string;
  readonly position: number;
  readonly titlePath: readonly string[];
  readonly text: string;
  readonly place: PassagePlace;
  readonly isEdited: boolean;
  readonly isOutdated: boolean;
  readonly updatedAt: Date;
};

/** The workspace's document; `not_found` for unknown, deleted and foreign alike, and for one of a deleted base. */
export async function getDocument(
  tx: TransactionSql,
  { workspaceId, documentId }: DocumentKey,
): Promise<ListedDocument> {
  const [row] = await tx<ListedDocument[]>`
    select ${documentColumns(tx)} from document d join knowledge_base b on b.id = d.base_id
    where d.id = ${documentId} and d.workspace_id = ${workspaceId} and d.deleted_at is null and b.deleted_at is null`;
  if (!row) throw new AppError("not_found");
  return row;
}

/** Passages in their order, from a position on; with `around`, the page on which that passage stands. */
export async function listPassages(
  tx: TransactionSql,
  {
    documentId,
    from,
    around,
    search,
  }: {
    readonly documentId: string;
    readonly from: number;
    readonly around: string | null;
    readonly search: string;
  },
): Promise<{ readonly passages: readonly ShownPassage[]; readonly next: number | null }> {
  const [place] =
    around === null
      ? []
      : await tx<
          { position: number }[]
        >`select position from passage where id = ${around} and document_id = ${documentId}`;
  const start = place === undefined ? from : Math.max(0, place.position - Math.floor(PASSAGES_A_PAGE / 2));
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx<ShownPassage[]>`
    select id, position, title_path as "titlePath", text, place, is_edited as "isEdited", is_outdated as "isOutdated",
      updated_at as "updatedAt"
    from passage where document_id = ${documentId} and position >= ${start}
      ${search === "" ? tx`` : tx`and text ilike ${pattern}`}
    order by position, id limit ${PASSAGES_A_PAGE + 1}`;
  const passages = rows.slice(0, PASSAGES_A_PAGE);
  return { passages, next: rows.length > PASSAGES_A_PAGE ? (rows.at(-1)?.position ?? null) : null };
}
