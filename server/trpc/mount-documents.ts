import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { toDisposition } from "#server/http/files/to-file-name.ts";
import { addUpload } from "#server/knowledge/documents/add-document.ts";
import { UPLOAD_BYTES_MAX } from "#server/knowledge/documents/document-limits.ts";
import { getDocument } from "#server/knowledge/documents/get-document.ts";
import { hashBytes, readPieces } from "#server/knowledge/documents/ingest/document-pieces.ts";
import { createConsoleDoor, sendDoorFailure } from "./console-door.ts";
import type { TrpcDeps } from "./context.ts";
import { fileNameSchema } from "./file-name.ts";

const uploadQuery = z.strictObject({ base: z.uuid(), name: fileNameSchema });
const originalParams = z.strictObject({ documentId: z.uuid() });

/**
 * Documents as files: `POST /console/documents?base=&name=` with the bytes as `application/octet-stream` keeps one and queues its
 * reading; `GET /console/documents/:documentId/original` gives the bytes back, never to be shown in place.
 */
export function mountDocuments(app: FastifyInstance, deps: TrpcDeps): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: UPLOAD_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error, request, reply) => sendDoorFailure(error, request, reply));
  const { admit, inWorkspace } = createConsoleDoor(app, deps);

  app.post(
    "/console/documents",
    { onRequest: admit("knowledge.document.addPage"), bodyLimit: UPLOAD_BYTES_MAX },
    async (request) => {
      const query = uploadQuery.safeParse(request.query);
      if (!query.success || !Buffer.isBuffer(request.body)) throw new AppError("invalid_request");
      const { base: baseId, name } = query.data;
      const bytes = request.body;
      const sha256 = await hashBytes(bytes);
      const added = await inWorkspace(request, (tx, member) =>
        addUpload(tx, { ...member, baseId, name, bytes, sha256 }),
      );
      deps.background.wake("ingestion", added.documentId);
      return added;
    },
  );

  app.get(
    "/console/documents/:documentId/original",
    { onRequest: admit("knowledge.document.get") },
    async (request, reply) => {
      const params = originalParams.safeParse(request.params);
      if (!params.success) throw new AppError("not_found");
      const { documentId } = params.data;
      const document = await inWorkspace(request, (tx, { workspaceId }) =>
        getDocument(tx, { workspaceId, documentId }),
      );
      return reply
        .headers({
          "content-type": "application/octet-stream",
          "content-disposition": toDisposition("attachment", document.name),
          "content-security-policy": "sandbox; default-src 'none'",
          "x-content-type-options": "nosniff",
          "content-length": String(document.size),
        })
        .send(Readable.from(readPieces(deps.sql, documentId)));
    },
  );
}
