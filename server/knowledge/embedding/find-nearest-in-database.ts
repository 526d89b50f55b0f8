import type { Sql } from "postgres";
import { embeddedTexts } from "./embedded-texts.ts";
import { NEAR_MAX, type Near } from "./find-nearest.ts";

/** Whether this database has pgvector. Whoever runs it enables it by `create extension vector`. */
export async function hasVectorExtension(sql: Sql): Promise<boolean> {
  const rows = await sql`select from pg_extension where extname = 'vector'`;
  return rows.length > 0;
}

type Question = { readonly baseId: string; readonly modelKey: string; readonly vector: Float32Array };

/** The same as `findNearest`, exactly, by pgvector: nothing of the base lies in the memory of this process. */
export async function findNearestInDatabase(
  sql: Sql,
  { baseId, modelKey, vector }: Question,
): Promise<readonly Near[]> {
  const text = `[${vector.join(",")}]`;
  return sql<Near[]>`
    select said.id, -(v.vector::vector <#> ${text}::text::vector)::float8 as likeness
    from (${embeddedTexts(sql, baseId)}) said
    join base_vector v on v.base_id = ${baseId} and v.model_key = ${modelKey} and v.hash = said.hash
    where said.kind = 'passage' order by likeness desc, said.id limit ${NEAR_MAX}`;
}
