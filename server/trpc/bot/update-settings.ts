import { z } from "zod";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";
import { getOwnedBot } from "./get-owned-bot.ts";
import { botSettingsSchema } from "./settings-schema.ts";

/** Replaces name and settings; customers see the change within seconds. */
export const updateSettings = workspaceProcedure("bot.updateSettings")
  .input(
    z.strictObject({ botId: z.uuid(), name: z.string().trim().min(1).max(80), settings: botSettingsSchema }),
  )
  .mutation(async ({ ctx, input }) => {
    const bot = await getOwnedBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    if (input.settings.identityRequired && !(await hasIdentitySecret(bot.id))) {
      throw new AppError("conflict", { reason: "identity_secret_missing" });
    }
    await ctx.tx`update bot set name = ${input.name}, settings = ${ctx.tx.json(input.settings)} where id = ${bot.id}`;
    const changed = listChanges(bot.settings, input.settings);
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "bot-settings-changed",
      target: input.name,
      facts: { changed: bot.name === input.name ? changed : ["name", ...changed] },
    });
    return { botId: bot.id, name: input.name, settings: input.settings };

    async function hasIdentitySecret(botId: string): Promise<boolean> {
      const rows = await ctx.tx`select from bot where id = ${botId} and identity_secret is not null`;
      return rows.length === 1;
    }
  });

const listChanges = (before: BotSettings, after: BotSettings): readonly string[] =>
  Object.entries(after).flatMap(([name, value]) =>
    JSON.stringify(value) === JSON.stringify(Object.entries(before).find(([key]) => key === name)?.[1])
      ? []
      : [name],
  );
