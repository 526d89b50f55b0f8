import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { Problem } from "#flows/kernel/problem.ts";
import { FILE_BYTES_MAX, toBundleFile } from "#flows/transfer/bundle-file.ts";
import { AppError, ERROR_CODES } from "#server/app-error.ts";
import { assertSameOrigin } from "#server/auth/assert-same-origin.ts";
import { mayCall, type WorkspaceKey } from "#server/auth/policy.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import { type Importer, importBot } from "#server/bots/import-bot.ts";
import { parseFileInThread } from "#server/bots/parse-file-in-thread.ts";
import { readBotFile } from "#server/bots/read-bot-file.ts";
import { botNameSchema } from "./bot/bot-name.ts";
import { createContext, type TrpcDeps } from "./context.ts";

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
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));

  const members = new WeakMap<FastifyRequest, Importer>();
  const admit = (policy: WorkspaceKey) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header("cache-control", "no-store");
    assertSameOrigin(request, deps.publicUrl);
    const { caller } = await createContext(deps, { req: request, res: reply });
    if (!caller) throw new AppError("unauthenticated");
    if (!caller.member || !mayCall(caller.member.role, policy)) throw new AppError("forbidden");
    const { workspaceId } = caller.member;
    members.set(request, { workspaceId, actor: { id: caller.userId, name: caller.name } });
  };
  const inWorkspace = <T>(
    request: FastifyRequest,
    work: (tx: TransactionSql, member: Importer) => Promise<T>,
  ) => {
    const member = members.get(request);
    if (!member) throw new AppError("unauthenticated");
    return withWorkspace(deps.sql, member.workspaceId, (tx) => work(tx, member));
  };

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

function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, facts } = toKnown(error);
  if (code === "internal") request.log.error({ err: error }, "a file could not be moved");
  return reply.status(ERROR_CODES[code].status).send({ error: { message: code, data: { code, facts } } });
}

function toKnown(error: unknown): Pick<AppError, "code" | "facts"> {
  if (error instanceof AppError) return error;
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : 500;
  if (status === 413) return { code: "payload_too_large", facts: {} };
  if (status === 415) return { code: "unsupported_media_type", facts: {} };
  return { code: status === 400 ? "invalid_request" : "internal", facts: {} };
}
