import { setImmediate } from "node:timers/promises";
import type { Sql } from "postgres";
import { embeddedTexts } from "./embedded-texts.ts";
import type { Matrix } from "./find-nearest.ts";

const ROWS_A_STATEMENT = 100;
/** PostgreSQL sends an array as a head of 20 bytes, then each number behind its length. */
const HEAD_BYTES = 20;
const STEP_BYTES = 8;
const LENGTH_BYTES = 4;

type Wanted = {
  readonly baseId: string;
  readonly modelKey: string;
  readonly kind: "passage" | "phrasing";
};

/** Reads the vectors of a base in small groups; null when it has none. */
export async function loadMatrix(sql: Sql, { baseId, modelKey, kind }: Wanted): Promise<Matrix | null> {
  const texts = await sql<{ id: string; hash: string }[]>`
    select id, hash from (${embeddedTexts(sql, baseId)}) said where kind = ${kind} order by id, hash`;
  const rowsByHash = new Map<string, number[]>();
  for (const [row, { hash }] of texts.entries()) {
    const rows = rowsByHash.get(hash);
    if (rows === undefined) rowsByHash.set(hash, [row]);
    else rows.push(row);
  }
  const hashes = [...rowsByHash.keys()];
  let values: Float32Array | null = null;
  let dimensions = 0;
  const isKnown = new Uint8Array(texts.length);
  for (let from = 0; from < hashes.length; from += ROWS_A_STATEMENT) {
    const group = hashes.slice(from, from + ROWS_A_STATEMENT);
    const vectors = await sql<{ hash: string; bytes: Buffer }[]>`
      select hash, array_send(vector) as bytes from base_vector
      where base_id = ${baseId} and model_key = ${modelKey} and hash = any(${group}::text[])`;
    for (const { hash, bytes } of vectors) {
      if (values === null) {
        dimensions = (bytes.length - HEAD_BYTES) / STEP_BYTES;
        values = new Float32Array(dimensions * texts.length);
      }
      for (const row of rowsByHash.get(hash) ?? []) {
        isKnown[row] = 1;
        copyNumbers(bytes, values, row * dimensions);
      }
    }
    await setImmediate();
  }
  return values === null ? null : dropUnknown({ texts, values, dimensions, isKnown });
}

function copyNumbers(bytes: Buffer, values: Float32Array, to: number): void {
  const count = (bytes.length - HEAD_BYTES) / STEP_BYTES;
  for (let at = 0; at < count; at += 1)
    values[to + at] = bytes.readFloatBE(HEAD_BYTES + at * STEP_BYTES + LENGTH_BYTES);
}

type Read = {
  readonly texts: readonly { readonly id: string }[];
  readonly values: Float32Array;
  readonly dimensions: number;
  readonly isKnown: Uint8Array;
};

/** Texts that came after the vectors were made close their gaps. */
function dropUnknown({ texts, values, dimensions, isKnown }: Read): Matrix {
  const ids: string[] = [];
  for (const [row, { id }] of texts.entries()) {
    if (isKnown[row] !== 1) continue;
    values.copyWithin(ids.length * dimensions, row * dimensions, (row + 1) * dimensions);
    ids.push(id);
  }
  return { ids, dimensions, values: values.subarray(0, ids.length * dimensions) };
}
