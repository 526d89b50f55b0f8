import { createHash, randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Locale } from "../../../flows/kernel/text.ts";
import { AppError } from "../../app-error.ts";
import { identitySecretPlace } from "../../auth/secret-box.ts";
import type { BotState } from "../../runtime/bot-store.ts";
import type { StartInput } from "../../runtime/contract.ts";
import { addressOf, countCall, type HttpContext, openBot, sendJson } from "../http-context.ts";
import { parseInput } from "../parse-input.ts";
import { toPublicBot } from "../public-bot.ts";
import { listAccepted, toLocale } from "../reader-locale.ts";
import { endpoints } from "../schemas/endpoints.ts";
import { type StartBody, startBodySchema } from "../schemas/requests.ts";
import { verifyIdentity } from "../verify-identity.ts";

type BotRequest = { Params: { readonly botKey: string } };

/** What can be done with nothing but a bot's public key: look at it, and begin to talk. */
export function addBotRoutes(app: FastifyInstance, context: HttpContext): void {
  app.get<BotRequest>(endpoints.getBot.path, async (request, reply) => {
    parseInput(endpoints.getBot.query, request.query);
    return sendJson(reply, 200, toPublicBot(await openBot(context, request, reply)));
  });

  app.post<BotRequest>(endpoints.startConversation.path, async (request, reply) => {
    const { limits } = context;
    await countCall(context, limits.startsPerAddress, addressOf(request));
    const bot = await openBot(context, request, reply);
    parseInput(endpoints.startConversation.query, request.query);
    const body = parseInput(startBodySchema, request.body ?? {});
    await countCall(context, limits.startsPerBot, bot.botId);
    const input = await toStartInput(context, bot, { body, request });
    return sendJson(reply, 201, await context.runtime.startConversation(input));
  });
}

async function toStartInput(
  context: HttpContext,
  bot: BotState,
  { body, request }: { readonly body: StartBody; readonly request: FastifyRequest },
): Promise<StartInput> {
  const identity = await findIdentity(context, bot, body.identity);
  return {
    botId: bot.botId,
    channel: "web",
    locale: pickLocale(bot, body.locale, request.headers["accept-language"]),
    contactKey: identity ? `user:${identity.subject}` : toVisitorKey(body.visitor),
    isVerified: identity !== null,
    contactName: identity?.name ?? null,
    context: body.context ?? {},
  };
}

async function findIdentity(context: HttpContext, bot: BotState, token: string | undefined) {
  if (token === undefined) {
    if (bot.settings.identityRequired) throw new AppError("identity_required");
    return null;
  }
  // Without a secret nobody can have signed it.
  if (bot.identitySecret === null) throw new AppError("identity_invalid");
  const place = identitySecretPlace({ workspaceId: bot.workspaceId, id: bot.botId });
  return verifyIdentity(token, context.secretBox.open(bot.identitySecret, place), new Date());
}

/** Only its hash is kept: who reads the database cannot pass for a returning visitor. */
function toVisitorKey(visitor: string = randomUUID()): string {
  return `visitor:${createHash("sha256").update(visitor).digest("hex")}`;
}

/** The wish of the page, then of the browser, then the bot's first language; always one that the bot speaks. */
function pickLocale(bot: BotState, wish: string | undefined, header: string | undefined): Locale {
  const { locales } = bot.settings;
  const wished = wish === undefined ? null : toLocale(wish);
  const wanted = [...(wished === null ? [] : [wished]), ...listAccepted(header)];
  return wanted.find((locale) => locales.includes(locale)) ?? locales[0] ?? "zh-CN";
}
