import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./http-context.ts";
import { isAllowedOrigin, isOwnOrigin } from "./origins.ts";

/** How long a browser remembers the answer; a changed list of origins reaches everybody within this time. */
const MAX_AGE_SECONDS = 600;

/** Browsers ask before they send a token or JSON from another site; only pages that the bot allows get a yes. */
export function answerPreflights(app: FastifyInstance, context: HttpContext): void {
  app.options("/v1/*", async (request, reply) => {
    reply.header("vary", "Origin").header("cache-control", "no-store");
    const { origin } = request.headers;
    if (origin !== undefined && (await isWelcome(context, request, origin)))
      reply.headers({
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "Authorization, Content-Type, Last-Event-ID, Accept-Language",
        "access-control-max-age": String(MAX_AGE_SECONDS),
      });
    return reply.code(204).send();
  });
}

async function isWelcome(context: HttpContext, request: FastifyRequest, origin: string): Promise<boolean> {
  if (isOwnOrigin(origin, request, context.publicOrigin)) return true;
  const bot = await findBot(context, request.url);
  return bot !== null && isAllowedOrigin(origin, bot.settings.allowedOrigins);
}

const uuid = z.uuid();

async function findBot({ bots, sql }: HttpContext, url: string) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const botKey = /^\/v1\/bots\/([A-Za-z0-9_-]{1,64})(\/|$)/.exec(pathname)?.[1];
  if (botKey !== undefined) return bots.findByKey(botKey);
  const given = /^\/v1\/conversations\/([^/]+)\//.exec(pathname)?.[1] ?? searchParams.get("conversation");
  const conversationId = uuid.safeParse(given).data;
  if (conversationId === undefined) return null;
  const [row] = await sql<{ botId: string }[]>`
    select bot_id as "botId" from conversation where id = ${conversationId}`;
  return row ? bots.find(row.botId) : null;
}
