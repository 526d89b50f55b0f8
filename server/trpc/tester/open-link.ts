import { z } from "zod";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import { AppError } from "#server/app-error.ts";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { addressKey, countTry, forgiveTry } from "#server/auth/throttle.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import { createPass, getTesterLink, type TesterLink } from "#server/testers/open-link.ts";
import { readTestedBundle } from "#server/testers/read-tested-bundle.ts";
import { toTesterBundle } from "#server/testers/to-tester-bundle.ts";
import type { Context } from "../context.ts";
import { publicProcedure } from "../procedures.ts";

/**
 * Public: a tester has no account. The flow is handed out only to who holds the link, and only after its password; tries are
 * counted as those at sign-in are.
 */
export const openTesterLink = publicProcedure("tester.open")
  .input(z.strictObject({ token: tokenSchema, password: z.string().max(128).nullable() }))
  .mutation(async ({ ctx, input }) => {
    const link = await getTesterLink(ctx.sql, input.token);
    if (link.passwordHash !== null) {
      if (input.password === null) return { type: "password" } as const;
      await assertPassword(ctx, { link, hash: link.passwordHash, password: input.password });
    }
    return withWorkspace(ctx.sql, link.workspaceId, async (tx) => {
      const [bot] = await tx<{ name: string; settings: BotSettings }[]>`
        select name, settings from bot where id = ${link.botId} and deleted_at is null`;
      if (!bot) throw new AppError("not_found");
      const [version] = await tx<{ number: number }[]>`
        select number from flow_version where id = ${link.versionId}`;
      return {
        type: "open",
        pass: createPass(ctx.secretBox, link),
        botName: bot.name,
        locales: bot.settings.locales,
        theme: bot.settings.theme,
        versionNumber: version?.number ?? null,
        bundle: toTesterBundle(await readTestedBundle(tx, link)),
      } as const;
    });
  });

type Attempt = { readonly link: TesterLink; readonly hash: string; readonly password: string };

async function assertPassword(
  ctx: Pick<Context, "sql" | "auth" | "addressKey">,
  { link, hash, password }: Attempt,
): Promise<void> {
  const keys = [`tester:${link.id}:${ctx.addressKey}`, addressKey(ctx.addressKey)];
  await countTry(ctx.sql, keys);
  const isRight = await (await ctx.auth.$context).password.verify({ hash, password });
  if (!isRight) throw new AppError("forbidden", { reason: "wrong_password" });
  await forgiveTry(ctx.sql, keys);
}
