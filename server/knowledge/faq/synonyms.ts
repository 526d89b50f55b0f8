import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";

const GROUPS_MAX = 2_000;

export type SynonymGroup = {
  readonly id: string;
  /** Null counts in every base of the workspace. */
  readonly baseId: string | null;
  /** The preferred word first. A single word is a term of the dictionary: it is listed, and nothing is replaced by it. */
  readonly words: readonly string[];
  readonly updatedAt: Date;
};

/** What counts in a base: its own groups and those of the whole workspace. They take effect with the next release. */
export async function listSynonyms(tx: TransactionSql, key: BaseKey): Promise<readonly SynonymGroup[]> {
  await getBase(tx, key);
  return tx<SynonymGroup[]>`
    select id, base_id as "baseId", words, updated_at as "updatedAt" from faq_synonym
    where workspace_id = ${key.workspaceId} and (base_id = ${key.baseId} or base_id is null)
    order by words[1], id limit ${GROUPS_MAX}`;
}

type Saving = {
  readonly workspaceId: string;
  /** Null writes a new group. */
  readonly synonymId: string | null;
  readonly baseId: string | null;
  readonly words: readonly string[];
};

export async function saveSynonym(
  tx: TransactionSql,
  { workspaceId, synonymId, baseId, words }: Saving,
): Promise<{ readonly synonymId: string }> {
  if (baseId !== null) await getBase(tx, { workspaceId, baseId });
  const [row] =
    synonymId === null
      ? await insert(tx, { workspaceId, baseId, words })
      : await tx<{ id: string }[]>`
          update faq_synonym set words = ${[...words]}, base_id = ${baseId}, updated_at = now()
          where id = ${synonymId} and workspace_id = ${workspaceId} returning id`;
  if (!row) throw new AppError("not_found");
  return { synonymId: row.id };
}

async function insert(tx: TransactionSql, { workspaceId, baseId, words }: Omit<Saving, "synonymId">) {
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from faq_synonym where workspace_id = ${workspaceId}`;
  if (count >= GROUPS_MAX) throw new AppError("conflict", { reason: "too_many_synonyms" });
  return tx<{ id: string }[]>`insert into faq_synonym (workspace_id, base_id, words)
    values (${workspaceId}, ${baseId}, ${[...words]}) returning id`;
}

export async function deleteSynonym(
  tx: TransactionSql,
  { workspaceId, synonymId }: { readonly workspaceId: string; readonly synonymId: string },
): Promise<void> {
  const [gone] = await tx`
    delete from faq_synonym where id = ${synonymId} and workspace_id = ${workspaceId} returning id`;
  if (!gone) throw new AppError("not_found");
}
