import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { addBot } from "#server/bots/add-bot.ts";
import { listSuites } from "#server/bots/list-suites.ts";
import { getDraft } from "#server/drafts/get-draft.ts";
import { workspaceProcedure } from "../procedures.ts";
import { botNameSchema } from "./bot-name.ts";
import { getOwnedBot } from "./get-owned-bot.ts";

/**
 * A copy of draft, tests and settings under a key of its own. Versions, talks and the identity secret stay with the original:
 * two bots that accept one signature would be one shop's door with two locks of one key.
 */
export const duplicateBot = workspaceProcedure("bot.duplicate")
  .input(z.strictObject({ botId: z.uuid(), name: botNameSchema }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const original = await getOwnedBot(ctx.tx, { workspaceId, botId: input.botId });
    // Bots from before there were drafts get one of their live version here.
    const draft = await getDraft(ctx.tx, { workspaceId, botId: original.id });
    const copy = await addBot(ctx.tx, {
      workspaceId,
      name: input.name,
      bundle: draft.bundle,
      settings: { ...original.settings, identityRequired: false },
      suites: await listSuites(ctx.tx, original.id),
    });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "bot-created", target: input.name },
      facts: { copyOf: original.name },
    });
    return { ...copy, name: input.name };
  });
