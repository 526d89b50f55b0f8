import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { createToken, hashToken } from "#server/auth/one-time-token.ts";
import { getOwnedBot } from "../bot/get-owned-bot.ts";
import { workspaceProcedure } from "../procedures.ts";

const DAYS_DEFAULT = 7;
const DAYS_MAX = 90;
const OPEN_MAX = 100;

/** Makes a link for people without an account. The address is shown once; only the hash of its token is kept. */
export const createTesterLink = workspaceProcedure("tester.create")
  .input(
    z.strictObject({
      botId: z.uuid(),
      name: z.string().trim().min(1).max(80),
      /** Null follows the draft. */
      versionId: z.uuid().nullable(),
      days: z.int().min(1).max(DAYS_MAX).default(DAYS_DEFAULT),
      password: z.string().min(4).max(128).nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const bot = await getOwnedBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    if (input.versionId !== null) {
      const [version] = await ctx.tx`
        select from flow_version where id = ${input.versionId} and bot_id = ${bot.id}`;
      if (!version) throw new AppError("not_found");
    }
    const [count] = await ctx.tx<{ open: number }[]>`
      select count(*)::int as open from tester_link
      where bot_id = ${bot.id} and revoked_at is null and expires_at > now()`;
    if ((count?.open ?? 0) >= OPEN_MAX) throw new AppError("conflict", { reason: "too_many_links" });

    const token = createToken();
    const { password } = await ctx.auth.$context;
    const passwordHash = input.password === null ? null : await password.hash(input.password);
    const [row] = await ctx.tx<{ id: string; expiresAt: Date }[]>`
      insert into tester_link (bot_id, workspace_id, name, token_hash, version_id, password_hash, author_name, expires_at)
      values (${bot.id}, ${ctx.workspaceId}, ${input.name}, ${hashToken(token)}, ${input.versionId}, ${passwordHash},
        ${ctx.actor.name}, now() + make_interval(days => ${input.days}))
      returning id, expires_at as "expiresAt"`;
    if (!row) throw new Error("the link was not stored");
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "tester-link-created",
      target: `${bot.name} · ${input.name}`,
    });
    return { ...row, url: `${ctx.publicUrl}/test/${token}` };
  });
