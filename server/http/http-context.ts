import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../app-error.ts";
import type { SecretBox } from "../auth/secret-box.ts";
import type { Sql } from "../db/connect.ts";
import type { Logger } from "../log.ts";
import type { BotState, BotStore } from "../runtime/bot-store.ts";
import type { ConversationRef, Runtime } from "../runtime/contract.ts";
import { toAddressKey } from "./client-address.ts";
import type { HttpMetrics } from "./create-metrics.ts";
import type { Limits } from "./limits.ts";
import { allowOrigin } from "./origins.ts";
import type { RateLimiter, RateRule } from "./rate-limiter.ts";
import type { StreamHub } from "./sse/stream-hub.ts";

/** What the routes share. */
export type HttpContext = {
  readonly sql: Sql;
  readonly runtime: Runtime;
  readonly bots: Pick<BotStore, "find" | "findByKey">;
  readonly log: Logger;
  readonly secretBox: Pick<SecretBox, "open">;
  readonly publicOrigin: string;
  /** True when the operator has said how many proxies stand in front. */
  readonly isProxyKnown: boolean;
  readonly limits: Limits;
  readonly limiter: RateLimiter;
  readonly streams: StreamHub;
  readonly metrics: HttpMetrics;
};

const JSON_TYPE = "application/json; charset=utf-8";

/** Answers that belong to one caller: never kept by anything between us. */
export function sendJson(reply: FastifyReply, status: 200 | 201, value: unknown): FastifyReply {
  return reply
    .code(status)
    .header("content-type", JSON_TYPE)
    .header("cache-control", "no-store")
    .header("x-content-type-options", "nosniff")
    .send(JSON.stringify(value));
}

export function sendNothing(reply: FastifyReply): FastifyReply {
  return reply.code(204).header("cache-control", "no-store").send();
}

/** Takes a token of the rule or refuses with `rate_limited`. */
export async function countCall({ limiter }: HttpContext, rule: RateRule, key: string): Promise<void> {
  const taken = limiter.take(rule, key);
  const seconds = typeof taken === "number" ? taken : await taken;
  if (seconds > 0) throw new AppError("rate_limited", { retryAfterSeconds: seconds });
}

export const addressOf = (request: FastifyRequest): string => toAddressKey(request.ip);

const KEY = /^[A-Za-z0-9_-]{1,64}$/;

/** The bot under a public key, for a page that may use it. */
export async function openBot(
  context: HttpContext,
  request: FastifyRequest<{ Params: { readonly botKey: string } }>,
  reply: FastifyReply,
): Promise<BotState> {
  const { botKey } = request.params;
  const bot = KEY.test(botKey) ? await context.bots.findByKey(botKey) : null;
  if (!bot) throw new AppError("not_found");
  allowOrigin(request, reply, { bot, publicOrigin: context.publicOrigin });
  return bot;
}

/** The conversation that the caller's token opens; `not_found` for a wrong token, a foreign and an unknown one alike. */
export async function openConversation(
  context: HttpContext,
  request: FastifyRequest,
  { id, reply }: { readonly id: string; readonly reply: FastifyReply },
): Promise<ConversationRef> {
  const ref = await context.runtime.authorize(id, readToken(request));
  if (request.headers.origin !== undefined) {
    const bot = await context.bots.find(ref.botId);
    if (!bot) throw new AppError("not_found");
    allowOrigin(request, reply, { bot, publicOrigin: context.publicOrigin });
  }
  return ref;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,128})$/i;

/** Never read from the address: addresses are logged, kept in histories and passed on. */
function readToken(request: FastifyRequest): string {
  const { authorization } = request.headers;
  if (authorization === undefined) throw new AppError("unauthenticated");
  const token = BEARER.exec(authorization)?.[1];
  // Of another form than ours it opens nothing, just like a wrong one.
  return token ?? "";
}
