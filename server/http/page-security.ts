import type { FastifyInstance } from "fastify";
import { AppError } from "../app-error.ts";
import type { BotStore } from "../runtime/bot-store.ts";
import { toFrameAncestors } from "./origins.ts";

type PageDeps = { readonly bots: Pick<BotStore, "findByKey">; readonly isDev: boolean };

/**
 * Headers for every page that Next serves. The console may be framed by nobody; a chat page by those whom its bot allows,
 * and by its own site only while the bot is unknown.
 */
export function securePages(app: FastifyInstance, { bots, isDev }: PageDeps): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!request.is404 || isServerPath(request.url)) return;
    // Pages are only read. There are no server actions, and what strangers post does not reach the framework's readers of them.
    if (!isDev && request.method !== "GET" && request.method !== "HEAD") throw new AppError("not_found");
    const botKey = findChatKey(request.url);
    const bot = botKey === null ? null : await bots.findByKey(botKey).catch(() => null);
    const ancestors = bot
      ? toFrameAncestors(bot.settings.allowedOrigins)
      : `frame-ancestors ${botKey === null ? "'none'" : "'self'"}`;
    reply.headers({
      "content-security-policy": toPolicy({ ancestors, isDev, isChat: botKey !== null }),
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "permissions-policy": "camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
      "cross-origin-opener-policy": "same-origin",
      ...(botKey === null ? { "x-frame-options": "DENY" } : {}),
    });
  });
}

/** Paths that are answered here even when no route fits: a caller of an API gets a problem, never a page. */
const SERVER_PATH = /^\/(v1|hooks|trpc|console|auth|files|widget\.js|healthz|readyz|metrics)([/?]|$)/;

export const isServerPath = (url: string): boolean => SERVER_PATH.test(url);

function findChatKey(url: string): string | null {
  const match = /^\/chat\/([^/?#]*)/.exec(url);
  if (!match) return null;
  const key = match[1] ?? "";
  return /^[A-Za-z0-9_-]{1,64}$/.test(key) ? key : "";
}

/**
 * Next writes small inline scripts into pages that are made ahead, so inline is allowed; evaluation of text as code is not
 * (but in development, where React needs it). Customers' pages show product pictures from the shop's own servers.
 */
function toPolicy(page: {
  readonly ancestors: string;
  readonly isDev: boolean;
  readonly isChat: boolean;
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${page.isDev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${page.isChat ? " https:" : ""}`,
    "font-src 'self' data:",
    `connect-src 'self'${page.isDev ? " ws: wss:" : ""}`,
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    page.ancestors,
  ].join("; ");
}
