import { Readable } from "node:stream";
import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../app-error.ts";
import { findFileKind, INLINE_TYPES } from "../files/file-kind.ts";
import { findFile, readFileData, type StoredFile, storeFile } from "../files/file-store.ts";
import { toDisposition, toFileName } from "../files/to-file-name.ts";
import { addressOf, countCall, type HttpContext, openConversation, sendJson } from "../http-context.ts";
import { parseInput } from "../parse-input.ts";
import { endpoints } from "../schemas/endpoints.ts";
import { uploadQuerySchema } from "../schemas/requests.ts";
import { invalidRequest } from "../to-problem.ts";

export const FILE_MAX_BYTES = 10 * 1024 * 1024;
/** Room for the boundaries and headers around the file. */
const UPLOAD_MAX_BYTES = FILE_MAX_BYTES + 64 * 1024;

/** Uploads: one file at a time into one conversation, checked by its content, whatever the client calls it. */
export async function addUploadRoute(app: FastifyInstance, context: HttpContext): Promise<void> {
  app.removeAllContentTypeParsers();
  await app.register(multipart, {
    limits: { files: 1, parts: 1, fields: 0, fileSize: FILE_MAX_BYTES, headerPairs: 20 },
    throwFileSizeLimit: true,
  });

  app.post(endpoints.uploadFile.path, { bodyLimit: UPLOAD_MAX_BYTES }, async (request, reply) => {
    const query = parseInput(uploadQuerySchema, request.query);
    const ref = await openConversation(context, request, { id: query.conversation, reply });
    await countCall(context, context.limits.filesPerConversation, ref.conversationId);
    const bot = await context.bots.find(ref.botId);
    if (!bot?.settings.fileUpload) throw new AppError("forbidden");
    const stored = await storeFile(context.sql, ref, await readUpload(request));
    if (!stored) throw new AppError("conflict", { filesMax: true });
    const { fileId, url, name, mediaType, size } = stored;
    return sendJson(reply, 201, { fileId, url, name, mediaType, size });
  });
}

async function readUpload(
  request: FastifyRequest,
): Promise<{ readonly name: string; readonly mediaType: string; readonly data: Buffer }> {
  if (!request.isMultipart()) throw new AppError("unsupported_media_type");
  const part: MultipartFile | undefined = await request.file();
  if (!part) throw invalidRequest([{ field: "file", reason: "file_missing" }]);
  if (part.fieldname !== "file") throw invalidRequest([{ field: part.fieldname, reason: "unknown" }]);
  const data = await readAll(part);
  const kind = await findFileKind(data, part.filename);
  if (!kind) throw invalidRequest([{ field: "file", reason: data.length === 0 ? "empty" : "file_type" }]);
  return { name: toFileName(part.filename, kind.extension), mediaType: kind.mediaType, data };
}

async function readAll(part: MultipartFile): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (part.file.truncated)
      throw invalidRequest([{ field: "file", reason: "too_long" }], "payload_too_large");
    throw error;
  }
}

const paramsSchema = z.object({
  id: z.uuid(),
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  name: z.string(),
});

/**
 * Files as customers sent them, for whoever was given the address. Nothing here can run as a page of ours: no cookies are
 * read, types are never guessed, the sandbox has no permissions, and only raster images are shown in place.
 */
export function addFileRoute(app: FastifyInstance, context: HttpContext): void {
  app.get("/files/:id/:secret/:name", async (request, reply) => {
    await countCall(context, context.limits.callsPerAddress, addressOf(request));
    const params = paramsSchema.safeParse(request.params).data;
    const file = params ? await findFile(context.sql, params.id, params.secret) : null;
    if (!file) throw new AppError("not_found");
    reply.headers(toFileHeaders(file));
    if (request.headers["if-none-match"] === `"${file.sha256}"`) return reply.code(304).send();
    return reply.header("content-length", file.size).send(Readable.from(readFileData(context.sql, file)));
  });
}

function toFileHeaders(file: StoredFile & { readonly sha256: string }): Readonly<Record<string, string>> {
  const kind = INLINE_TYPES.has(file.mediaType) ? "inline" : "attachment";
  return {
    "content-type": file.mediaType,
    "content-disposition": toDisposition(kind, file.name),
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "private, max-age=31536000, immutable",
    etag: `"${file.sha256}"`,
  };
}
