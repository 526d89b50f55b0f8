import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { Problem } from "#flows/kernel/problem.ts";
import { FILE_BYTES_MAX, toBundleFile } from "#flows/transfer/bundle-file.ts";
import { AppError } from "#server/app-error.ts";
import { importBot } from "#server/bots/import-bot.ts";
import { parseFileInThread } from "#server/bots/parse-file-in-thread.ts";
import { readBotFile } from "#server/bots/read-bot-file.ts";
import { botNameSchema } from "./bot/bot-name.ts";
import { createConsoleDoor, sendDoorFailure } from "./console-door.ts";
import type { TrpcDeps } from "./context.ts";

/** The file, and a little for what wraps it. */
const BODY_BYTES_MAX = FILE_BYTES_MAX + 64 * 1024;

const PROBLEMS_MAX = 50;

const importQuery = z.strictObject({ bot: z.uuid().optional(), name: botNameSchema.optional() });
const exportQuery = z.strictObject({ bot: z.uuid(), version: z.uuid().optional() });

/**
 * Bots as files, which are too large for a procedure: `POST /console/import` makes a bot of one, or replaces the draft of
 * `?bot=`; `GET /console/export?bot=` gives one. Who calls is settled before the body is read.
 */
export function mountTransfer(app: FastifyInstance, deps: TrpcDeps): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string", bodyLimit: BODY_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error, request, reply) => sendDoorFailure(error, request, reply));

  const { admit, inWorkspace } = createConsoleDoor(app, deps);

  app.post("/console/import", { onRequest: admit("bot.create") }, async (request, reply) => {
    const query = importQuery.safeParse(request.query);
    if (!query.success) throw new AppError("invalid_request");
    const { bot: botId, name } = query.data;
    const parsed = await parseFileInThread(String(request.body ?? ""), name ?? "Bot");
    if (!parsed.ok) return sendProblems(reply, parsed.problems);
    const file = name === undefined ? parsed.value : { ...parsed.value, name };
    const imported = await inWorkspace(request, (tx, member) =>
      importBot(tx, { ...member, botId: botId ?? null, file }),
    );
    if (imported.rev !== null)
      deps.consoleBus.publish(imported.botId, { type: "draft-changed", rev: imported.rev, clientId: null });
    return imported;
  });

  app.get("/console/export", { onRequest: admit("bot.duplicate") }, async (request, reply) => {
    const query = exportQuery.safeParse(request.query);
    if (!query.success) throw new AppError("invalid_request");
    const { bot: botId, version = null } = query.data;
    const file = await inWorkspace(request, (tx, { workspaceId }) =>
      readBotFile(tx, { workspaceId, botId, versionId: version }),
    );
    return reply
      .headers({
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="bot.json"; filename*=UTF-8''${encodeURIComponent(toFileName(file.name))}`,
        "x-content-type-options": "nosniff",
      })
      .send(toBundleFile(file));
  });
}

function toFileName(name: string): string {
  return `${name.replace(/[\\/:*?"<>|\p{C}]+/gu, " ").trim() || "bot"}.jieda.json`;
}

/** Where and why, in both languages; the reader's face picks. */
function sendProblems(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  return reply.status(400).send({
    error: {
      message: "invalid_request",
      data: { code: "invalid_request", facts: {}, problems: problems.slice(0, PROBLEMS_MAX) },
    },
  });
}
