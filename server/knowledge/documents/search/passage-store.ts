import type { Sql } from "postgres";
import { type BaseStore, type BaseStoreDeps, createBaseStore } from "../../base-store.ts";
import { loadPassages } from "./load-passages.ts";
import type { LoadedPassages } from "./loaded-passages.ts";
import { readSynonyms, synonymsStampOf } from "./read-synonyms.ts";

/** Some 400 MB of text and index. */
const PASSAGES_MAX = 100_000;

export type PassageStore = BaseStore<LoadedPassages>;

/** Passages of bases that are searched, and their approved cases. */
export function createPassageStore({
  load = loadPassages,
  ...deps
}: BaseStoreDeps & { readonly load?: typeof loadPassages }): PassageStore {
  return createBaseStore(deps, {
    load,
    ...{ readRev, renew },
    sizeOf: ({ passages }) => passages.size,
    sizeMax: PASSAGES_MAX,
  });
}

async function readRev(sql: Sql, baseId: string): Promise<number | undefined> {
  const [row] = await sql<{ rev: number }[]>`
    select passages_rev as rev from knowledge_base where id = ${baseId} and deleted_at is null`;
  return row?.rev;
}

/** The index stays as it is: synonyms are looked up when somebody asks. */
async function renew(sql: Sql, loaded: LoadedPassages): Promise<LoadedPassages> {
  const { baseId } = loaded;
  const [row] = await sql<{ stamp: string }[]>`
    select ${synonymsStampOf(sql)} as stamp from knowledge_base b where id = ${baseId}`;
  if (row === undefined || row.stamp === loaded.synonymsStamp) return loaded;
  return { ...loaded, synonyms: await readSynonyms(sql, baseId), synonymsStamp: row.stamp };
}
