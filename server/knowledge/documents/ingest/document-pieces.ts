import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";

/** Hashed, written and read in pieces: one of 30 MB at once would hold up every other request for as long as it is encoded. */
const PIECE_BYTES = 256 * 1024;

type Key = { readonly documentId: string; readonly workspaceId: string };

export async function hashBytes(bytes: Buffer): Promise<string> {
  const hash = createHash("sha256");
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    hash.update(bytes.subarray(from, from + PIECE_BYTES));
    await setImmediate();
  }
  return hash.digest("hex");
}

/** Puts these bytes in the place of whatever the document had. */
export async function writePieces(tx: TransactionSql, key: Key, bytes: Buffer): Promise<void> {
  const { documentId, workspaceId } = key;
  await tx`delete from document_piece where document_id = ${documentId}`;
  for (let from = 0; from < bytes.length; from += PIECE_BYTES)
    await tx`insert into document_piece (document_id, position, workspace_id, data)
      values (${documentId}, ${from / PIECE_BYTES}, ${workspaceId}, ${bytes.subarray(from, from + PIECE_BYTES)})`;
}

export async function* readPieces(sql: Sql | TransactionSql, documentId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const [row] = await sql<{ data: Buffer }[]>`
      select data from document_piece where document_id = ${documentId} and position = ${position}`;
    if (!row) return;
    yield row.data;
  }
}

/** Bytes in memory, handed on as stored ones are. */
export async function* toPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) yield bytes.subarray(from, from + PIECE_BYTES);
}
