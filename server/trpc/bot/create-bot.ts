import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { addBot } from "#server/bots/add-bot.ts";
import { readTemplate } from "#server/bots/read-template.ts";
import { workspaceProcedure } from "../procedures.ts";
import { botNameSchema } from "./bot-name.ts";

/** A new bot made from a template, with the template's tests; unpublished until somebody publishes it. */
export const createBot = workspaceProcedure("bot.create")
  .input(
    z.strictObject({
      name: botNameSchema,
      templateId: z.string().min(1).max(64),
      /** In which language titles, notes and tags are written; customers read their own. */
      locale: z.enum(LOCALES),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const { bundle, suite } = await readTemplate(input.templateId, input.locale);
    const bot = await addBot(ctx.tx, { workspaceId, name: input.name, bundle, suites: [suite] });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "bot-created", target: input.name },
      facts: { template: input.templateId },
    });
    return { ...bot, name: input.name };
  });
