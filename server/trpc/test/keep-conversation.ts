import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { toScript } from "#flows/testing/to-script.ts";
import { AppError } from "#server/app-error.ts";
import { findOrCreateDefaultSuite, getSuite } from "#server/testing/get-suite.ts";
import { insertTest } from "#server/testing/insert-test.ts";
import { readTalk } from "#server/testing/read-talk.ts";
import { workspaceProcedure } from "../procedures.ts";

const NAME_MAX_CHARS = 60;

/** Writes a stored talk down as a test: the customer says the same again, and the bot must answer the same. */
export const keepConversation = workspaceProcedure("test.fromConversation")
  .input(
    z.strictObject({
      conversationId: z.uuid(),
      /** Null is the suite for talks that are kept without a choice. */
      suiteId: z.uuid().nullable(),
      locale: z.enum(LOCALES),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { workspaceId } = ctx;
    const { botId, talk } = await readTalk(ctx.tx, { workspaceId, conversationId: input.conversationId });
    // A talk in which nobody said anything is no test of anything.
    const first = talk.turns.find(({ does }) => does.type !== "wait");
    if (!first) throw new AppError("conflict", { reason: "nothing_to_keep" });
    const suite = input.suiteId
      ? await getSuite(ctx.tx, { workspaceId, suiteId: input.suiteId })
      : await findOrCreateDefaultSuite(ctx.tx, { workspaceId, botId, locale: input.locale });
    if (suite.botId !== botId) throw new AppError("not_found");
    const said =
      first.does.type === "say" ? first.does.text : first.does.type === "choose" ? first.does.option : "";
    const name = said.trim().replace(/\s+/g, " ").slice(0, NAME_MAX_CHARS);
    const test = await insertTest(ctx.tx, {
      ...{ suite, workspaceId, name, script: toScript(talk) },
      source: `conversation:${input.conversationId}`,
    });
    return { ...test, botId, name, suiteName: suite.name };
  });
