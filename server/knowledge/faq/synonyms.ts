import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { markWordsChanged } from "./words/mark-words-changed.ts";

const GROUPS_MAX = 2_000;

export type SynonymGroup = {
  readonly id: string;
  /** Null counts in every base of the workspace, and in its bots (see `runtime/load-words`). */
  readonly baseId: string | null;
  /** The preferred word first. A single word is a term of the dictionary: nothing is replaced by it, it is known as a whole. */
  readonly words: readonly string[];
  readonly updatedAt: Date;
};

/** What counts in a base: its own groups and those of the whole workspace. Live releases learn a change within seconds. */
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
  readonly actor: Actor;
};

export async function saveSynonym(
  tx: TransactionSql,
  { workspaceId, synonymId, baseId, words, actor }: Saving,
): Promise<{ readonly synonymId: string }> {
  if (baseId !== null) await getBase(tx, { workspaceId, baseId });
  const [row] =
    synonymId === null
      ? await insert(tx, { workspaceId, baseId, words })
      : await update(tx, { workspaceId, synonymId, baseId, words });
  if (!row) throw new AppError("not_found");
  await markWordsChanged(tx, { workspaceId, baseId: row.usedIn === baseId ? baseId : null, actor });
  return { synonymId: row.id };
}

/** `usedIn` is the base in which the group counted before. */
type Written = { readonly id: string; readonly usedIn: string | null };
type Words = {
  readonly workspaceId: string;
  readonly baseId: string | null;
  readonly words: readonly string[];
};

function update(
  tx: TransactionSql,
  { workspaceId, synonymId, baseId, words }: Words & { synonymId: string },
) {
  return tx<Written[]>`
    update faq_synonym s set words = ${[...words]}, base_id = ${baseId}, updated_at = now() from faq_synonym old
    where s.id = ${synonymId} and s.workspace_id = ${workspaceId} and old.id = s.id returning s.id, old.base_id as "usedIn"`;
}

async function insert(tx: TransactionSql, { workspaceId, baseId, words }: Words) {
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from faq_synonym where workspace_id = ${workspaceId}`;
  if (count >= GROUPS_MAX) throw new AppError("conflict", { reason: "too_many_synonyms" });
  return tx<Written[]>`insert into faq_synonym (workspace_id, base_id, words)
    values (${workspaceId}, ${baseId}, ${[...words]}) returning id, base_id as "usedIn"`;
}

export async function deleteSynonym(
  tx: TransactionSql,
  { workspaceId, synonymId, actor }: Pick<Saving, "workspaceId" | "actor"> & { readonly synonymId: string },
): Promise<void> {
  const [gone] = await tx<{ baseId: string | null }[]>`
    delete from faq_synonym where id = ${synonymId} and workspace_id = ${workspaceId} returning base_id as "baseId"`;
  if (!gone) throw new AppError("not_found");
  await markWordsChanged(tx, { workspaceId, baseId: gone.baseId, actor });
}
