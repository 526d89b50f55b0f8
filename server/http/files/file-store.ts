import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Sql } from "../../db/connect.ts";
import type { ConversationRef, MessageInput } from "../../runtime/contract.ts";

export type StoredFile = {
  readonly fileId: string;
  readonly url: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

/** Whose a file is: a talk's, or a knowledge base's. */
export type FileOwner =
  | Pick<ConversationRef, "workspaceId" | "conversationId">
  | { readonly workspaceId: string; readonly baseId: string };

/** Files of one conversation at most: together with the size cap, all that one customer can store. */
const FILES_OF_CONVERSATION_MAX = 100;
const FILES_OF_BASE_MAX = 5_000;
/** What one workspace may store for its answers: they lie in the database, and go into every backup. */
const BYTES_OF_WORKSPACE_MAX = 2 * 1024 ** 3;
/** Read and written in pieces: one of 10 MB would hold up every other request for as long as it is encoded. */
const PIECE_BYTES = 256 * 1024;

type FileRow = {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
};

/** Returns null when the owner already holds as many files as it may. */
export async function storeFile(
  sql: Sql,
  owner: FileOwner,
  file: { readonly name: string; readonly mediaType: string; readonly data: Buffer },
): Promise<StoredFile | null> {
  const conversationId = "conversationId" in owner ? owner.conversationId : null;
  const baseId = "baseId" in owner ? owner.baseId : null;
  const filesMax = baseId === null ? FILES_OF_CONVERSATION_MAX : FILES_OF_BASE_MAX;
  const { name, mediaType, data } = file;
  const secret = randomBytes(32).toString("base64url");
  const sha256 = await hashPieces(data);
  const rows = await sql.begin(async (tx) => {
    await tx`create temp table if not exists upload_piece (n int, data bytea) on commit delete rows`;
    for (let from = 0; from < data.length; from += PIECE_BYTES)
      await tx`insert into upload_piece values (${from}, ${data.subarray(from, from + PIECE_BYTES)})`;
    return tx<FileRow[]>`
      insert into file (workspace_id, conversation_id, base_id, secret, name, media_type, size, sha256, data)
      select ${owner.workspaceId}, ${conversationId}, ${baseId}, ${secret}, ${name}, ${mediaType}, ${data.length}, ${sha256},
        (select string_agg(data, ''::bytea order by n) from upload_piece)
      where (select count(*) from file where conversation_id = ${conversationId} or base_id = ${baseId}) < ${filesMax}
        and (${baseId}::uuid is null or (select coalesce(sum(size), 0) from file
          where workspace_id = ${owner.workspaceId} and base_id is not null) < ${BYTES_OF_WORKSPACE_MAX})
      returning id, secret, name, media_type, size`;
  });
  const [row] = rows;
  return row ? toStoredFile(row) : null;
}

async function hashPieces(data: Buffer): Promise<string> {
  const hash = createHash("sha256");
  for (let from = 0; from < data.length; from += PIECE_BYTES) {
    hash.update(data.subarray(from, from + PIECE_BYTES));
    await setImmediate();
  }
  return hash.digest("hex");
}

/** The attachments that a message names, as they were stored; null when one of them is not of this conversation. */
export async function findAttachments(
  sql: Sql,
  ref: ConversationRef,
  ids: readonly string[],
): Promise<MessageInput["attachments"] | null> {
  const rows = await sql<FileRow[]>`
    select id, secret, name, media_type, size from file
    where conversation_id = ${ref.conversationId} and id = any(${[...ids]}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, toStoredFile(row)]));
  const found = ids.flatMap((id) => byId.get(id.toLowerCase()) ?? []);
  return found.length === ids.length ? found : null;
}

/** The file behind an address of ours; null for a wrong secret and an unknown id alike. */
export async function findFile(
  sql: Sql,
  id: string,
  secret: string,
): Promise<(StoredFile & { readonly sha256: string }) | null> {
  const [row] = await sql<(FileRow & { readonly sha256: string })[]>`
    select id, secret, name, media_type, size, sha256 from file where id = ${id}`;
  const given = createHash("sha256").update(secret).digest();
  const right = createHash("sha256")
    .update(row?.secret ?? "")
    .digest();
  return timingSafeEqual(given, right) && row ? { ...toStoredFile(row), sha256: row.sha256 } : null;
}

/** The bytes of a stored file, piece by piece. */
export async function* readFileData(sql: Sql, { fileId, size }: StoredFile): AsyncGenerator<Buffer> {
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const [row] = await sql<{ piece: Buffer }[]>`
      select substring(data from ${from + 1} for ${PIECE_BYTES}) as piece from file where id = ${fileId}`;
    if (!row) throw new Error("file was removed while it was read");
    yield row.piece;
  }
}

function toStoredFile({ id, secret, name, media_type, size }: FileRow): StoredFile {
  return {
    fileId: id,
    url: `/files/${id}/${secret}/${encodeURIComponent(name)}`,
    name,
    mediaType: media_type,
    size,
  };
}
