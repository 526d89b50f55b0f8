import type { FastifyReply, FastifyRequest } from "fastify";
import type { BotSettings } from "../../drizzle/schema/bot.ts";
import { AppError } from "../app-error.ts";

type WithOrigins = { readonly settings: Pick<BotSettings, "allowedOrigins"> };

/**
 * Lets a browser's call through when the bot allows the page that it comes from, and tells the browser so; else refuses.
 * Callers that send no Origin are no browsers' pages and are not held back here: their limits are the token and the rate.
 */
export function allowOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  { bot, publicOrigin }: { readonly bot: WithOrigins; readonly publicOrigin: string },
): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  reply.header("vary", "Origin");
  if (isOwnOrigin(origin, request, publicOrigin)) return;
  if (!isAllowedOrigin(origin, bot.settings.allowedOrigins)) throw new AppError("origin_not_allowed");
  // Never with credentials: a bearer token travels in a header that only the page itself can set.
  reply.header("access-control-allow-origin", origin);
  reply.header("access-control-expose-headers", "Retry-After, X-Request-Id");
}

/** An exact match; an empty list allows everybody. `null` (a sandboxed page, a file) is nobody, so a list never allows it. */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  return origin !== "null" && toOrigins(allowed).includes(origin);
}

/** The hosted page and the widget's frame are served by ourselves, under the public name or any name of this machine. */
export function isOwnOrigin(
  origin: string,
  request: Pick<FastifyRequest, "host">,
  publicOrigin: string,
): boolean {
  if (origin === publicOrigin) return true;
  const { host } = request;
  return host !== "" && (origin === `http://${host}` || origin === `https://${host}`);
}

/** What an operator typed (`https://Shop.example/`) as browsers write it; what is no web origin is left out. */
export function toOrigins(entries: readonly string[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (!URL.canParse(entry)) return [];
    const { protocol, origin } = new URL(entry);
    return protocol === "https:" || protocol === "http:" ? [origin] : [];
  });
}

/** Who may show the chat page in a frame, as the directive of a Content-Security-Policy. */
export function toFrameAncestors(allowed: readonly string[]): string {
  if (allowed.length === 0) return "frame-ancestors *";
  return ["frame-ancestors 'self'", ...toOrigins(allowed)].join(" ");
}
