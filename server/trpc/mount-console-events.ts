import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError, ERROR_CODES } from "#server/app-error.ts";
import { mayCall } from "#server/auth/policy.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";
import { createContext, type TrpcDeps } from "./context.ts";

/** Proxies cut silent connections, mostly after 60 s. */
const HEARTBEAT_MS = 20_000;
const RETRY_MS = 2_000;
/** Windows that one person has open at once, more or less; a page that opens streams without end is stopped. */
const STREAMS_PER_USER_MAX = 40;

const querySchema = z.union([z.strictObject({ bot: z.uuid() }), z.strictObject({ base: z.uuid() })]);

/** `GET /console/events?bot=ID` or `?base=ID`: what happens around one bot or one base, for members of its workspace. Readers that fall behind are cut off and come back. */
export function mountConsoleEvents(app: FastifyInstance, deps: TrpcDeps): void {
  const open = new Set<ServerResponse>();
  const perUser = new Map<string, number>();
  app.addHook("preClose", async () => {
    for (const response of open) response.end();
  });

  app.get("/console/events", async (request, reply) => {
    const { caller } = await createContext(deps, { req: request, res: reply });
    if (!caller) throw new AppError("unauthenticated");
    if (!caller.member || !mayCall(caller.member.role, "draft.get")) throw new AppError("forbidden");
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new AppError("invalid_request");
    const { workspaceId } = caller.member;
    const topic = await findTopic(deps, workspaceId, query.data);
    const count = perUser.get(caller.userId) ?? 0;
    if (count >= STREAMS_PER_USER_MAX) throw new AppError("rate_limited", { retryAfterSeconds: 10 });
    perUser.set(caller.userId, count + 1);

    reply.hijack();
    const response = reply.raw;
    open.add(response);
    const stop = stream(response, (listener) => deps.consoleBus.subscribe(topic, listener));
    response.once("close", () => {
      stop();
      open.delete(response);
      const left = (perUser.get(caller.userId) ?? 1) - 1;
      if (left > 0) perUser.set(caller.userId, left);
      else perUser.delete(caller.userId);
    });
    return reply;
  });

  app.setErrorHandler((error, request, reply) => {
    const code = error instanceof AppError ? error.code : "internal";
    if (code === "internal") request.log.error({ err: error }, "a console stream failed");
    return reply
      .status(ERROR_CODES[code].status)
      .send({ error: { message: code, data: { code, facts: {} } } });
  });
}

async function findTopic(
  { sql }: TrpcDeps,
  workspaceId: string,
  query: z.infer<typeof querySchema>,
): Promise<string> {
  const [id, table] = "bot" in query ? [query.bot, "bot"] : [query.base, "knowledge_base"];
  const rows = await withWorkspace(
    sql,
    workspaceId,
    (tx) =>
      tx`select from ${tx(table)} where id = ${id} and workspace_id = ${workspaceId} and deleted_at is null`,
  );
  if (rows.length === 0) throw new AppError("not_found");
  return id;
}

const BUFFER_MAX_BYTES = 256 * 1024;

function stream(
  response: ServerResponse,
  subscribe: (listener: (event: ConsoleEvent) => void) => () => void,
): () => void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  const write = (text: string): void => {
    if (response.writableLength > BUFFER_MAX_BYTES) response.destroy();
    else response.write(text);
  };
  write(`retry: ${RETRY_MS}\n\n: open\n\n`);
  const beat = setInterval(() => write(": \n\n"), HEARTBEAT_MS);
  beat.unref();
  // JSON holds no line break, so an event is always one line.
  const leave = subscribe((event) => write(`data: ${JSON.stringify(event)}\n\n`));
  return () => {
    clearInterval(beat);
    leave();
  };
}
