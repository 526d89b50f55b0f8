import type { FastifyInstance } from "fastify";
import { AppError } from "../../app-error.ts";
import { addressOf, countCall, type HttpContext, openConversation } from "../http-context.ts";
import { parseInput } from "../parse-input.ts";
import { endpoints } from "../schemas/endpoints.ts";
import { noQuerySchema } from "../schemas/requests.ts";
import { listSeqs } from "../store-feedback.ts";
import { invalidRequest } from "../to-problem.ts";

/** A stream that finds no room may come back when another one has ended. */
const ROOM_RETRY_SECONDS = 10;

/** The live events of a conversation. The client names the last message that it has; without a name it hears only what is new. */
export function addEventRoutes(app: FastifyInstance, context: HttpContext): void {
  const { limits, streams, sql } = context;

  app.get<{ Params: { readonly id: string } }>(endpoints.readEvents.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    const named = parseLastEventId(request.headers["last-event-id"]);
    const last = (await listSeqs(sql, [ref.conversationId])).get(ref.conversationId) ?? 0;
    const addressKey = addressOf(request);
    if (!streams.hasRoom(ref.conversationId, addressKey))
      throw new AppError("rate_limited", { retryAfterSeconds: ROOM_RETRY_SECONDS });

    const headers = toHeaders(reply.getHeaders());
    reply.hijack();
    // A number from the future (another server, a restored backup) would hide everything up to it.
    const after = Math.min(named ?? last, last);
    streams.open({ ref, response: reply.raw, addressKey, after, headers });
    return reply;
  });
}

function parseLastEventId(header: string | readonly string[] | undefined): number | null {
  if (header === undefined || header === "") return null;
  if (typeof header !== "string" || !/^\d{1,9}$/.test(header))
    throw invalidRequest([{ field: "Last-Event-ID", reason: "wrong_format" }]);
  return Number(header);
}

function toHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
