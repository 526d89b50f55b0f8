import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { toDisposition } from "#server/http/files/to-file-name.ts";
import { getBase } from "#server/knowledge/bases/get-base.ts";
import type { InWorkspace } from "#server/knowledge/faq/ask-base.ts";
import { readExport } from "#server/knowledge/faq/import/export-entries.ts";
import { importEntries, previewImport } from "#server/knowledge/faq/import/import-entries.ts";
import { IMPORT_FIELDS } from "#server/knowledge/faq/import/import-fields.ts";
import { writeFileInThread } from "#server/knowledge/faq/import/write-file.ts";
import { createTurns } from "#server/live/create-turns.ts";
import { addAttachment } from "./add-attachment.ts";
import { createConsoleDoor, sendDoorFailure } from "./console-door.ts";
import type { TrpcDeps } from "./context.ts";
import { fileNameSchema } from "./file-name.ts";

const FILE_BYTES_MAX = 20 * 1024 * 1024;
/** As much as a customer may send. */
const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;
const COLUMNS_MAX = 100;

/** Each file is read in a process that may take a core for a minute and 512 MB; whoever comes third waits. */
const reading = createTurns<"imports">(2, [["imports", 2]]);

const mappingSchema = z.array(z.enum(IMPORT_FIELDS).nullable()).max(COLUMNS_MAX);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const importQuery = z.strictObject({
  base: z.uuid(),
  name: fileNameSchema,
  /** A `Mapping` as JSON. */
  mapping: z
    .string()
    .max(4_000)
    .transform((text, context) => {
      try {
        return mappingSchema.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: "custom", message: "no mapping" });
        return z.NEVER;
      }
    })
    .optional(),
});
const commitQuery = importQuery.extend({
  skipsFailed: flag.default(false),
  skipsDuplicates: flag.default(true),
});
const fileQuery = z.strictObject({ base: z.uuid(), name: fileNameSchema });
const exportQuery = z.strictObject({ base: z.uuid(), format: z.enum(["csv", "xlsx"]) });

/**
 * Q&A as files: `POST /console/entries/preview?base=&name=` says what a file would bring, `POST /console/entries/import` brings it;
 * both take the bytes as `application/octet-stream`. `GET /console/entries/export?base=&format=` gives all entries of a base.
 * `POST /console/entries/files?base=&name=` keeps a file that is to go with an answer and says how to name it in one.
 */
export function mountEntries(app: FastifyInstance, deps: TrpcDeps): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: FILE_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error, request, reply) => sendDoorFailure(error, request, reply));
  const { admit, inWorkspace, getMember } = createConsoleDoor(app, deps);
  const onImport = { onRequest: admit("knowledge.createEntry"), bodyLimit: FILE_BYTES_MAX };

  app.post("/console/entries/preview", onImport, async (request) => {
    const query = importQuery.safeParse(request.query);
    if (!query.success || !Buffer.isBuffer(request.body)) throw new AppError("invalid_request");
    const { base: baseId, name, mapping = null } = query.data;
    const { workspaceId } = getMember(request);
    const open: InWorkspace = (work) => inWorkspace(request, work);
    const file = { workspaceId, baseId, name, mapping, bytes: request.body };
    return reading.take("imports", () => previewImport(open, file));
  });

  app.post("/console/entries/import", onImport, async (request) => {
    const query = commitQuery.safeParse(request.query);
    if (!query.success || !Buffer.isBuffer(request.body)) throw new AppError("invalid_request");
    const { base: baseId, mapping = null, ...choice } = query.data;
    const { workspaceId, actor } = getMember(request);
    const open: InWorkspace = (work) => inWorkspace(request, work);
    const file = { ...choice, workspaceId, actor, baseId, mapping, bytes: request.body };
    return reading.take("imports", () => importEntries(open, file));
  });

  app.post(
    "/console/entries/files",
    { onRequest: admit("knowledge.createEntry"), bodyLimit: ATTACHMENT_BYTES_MAX },
    async (request) => {
      const query = fileQuery.safeParse(request.query);
      if (!query.success || !Buffer.isBuffer(request.body)) throw new AppError("invalid_request");
      const { base: baseId, name } = query.data;
      const { workspaceId } = getMember(request);
      await inWorkspace(request, (tx) => getBase(tx, { workspaceId, baseId }));
      return addAttachment(deps.sql, { workspaceId, baseId, name, data: request.body });
    },
  );

  app.get(
    "/console/entries/export",
    { onRequest: admit("knowledge.createEntry") },
    async (request, reply) => {
      const query = exportQuery.safeParse(request.query);
      if (!query.success) throw new AppError("invalid_request");
      const { base: baseId, format } = query.data;
      const { name, lines } = await inWorkspace(request, async (tx, { workspaceId, actor }) => {
        const file = await readExport(tx, { workspaceId, baseId });
        await recordAudit(tx, {
          ...{ workspaceId, actor, action: "base-exported", target: file.name },
          facts: { entries: file.lines.length - 1, format },
        });
        return file;
      });
      return reply
        .headers({
          "content-type": "application/octet-stream",
          "content-disposition": toDisposition("attachment", `${name}.${format}`),
          "x-content-type-options": "nosniff",
        })
        .send(await writeFileInThread({ format, lines }));
    },
  );
}
