import { z } from "zod";
import { deleteSynonym, listSynonyms, saveSynonym } from "#server/knowledge/faq/synonyms.ts";
import type { TrpcDeps } from "../context.ts";
import { workspaceProcedure } from "../procedures.ts";

const wordsSchema = z
  .array(z.string().trim().min(1).max(50))
  .min(1)
  .max(50)
  .refine((words) => new Set(words).size === words.length);

export const listSynonymsProcedure = workspaceProcedure("knowledge.synonyms")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => listSynonyms(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const saveSynonymProcedure = workspaceProcedure("knowledge.saveSynonym")
  .input(z.strictObject({ synonymId: z.uuid().nullable(), baseId: z.uuid().nullable(), words: wordsSchema }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const saved = await saveSynonym(ctx.tx, { workspaceId, actor, ...input });
    ctx.afterCommit(() => tellWords(ctx));
    return saved;
  });

export const deleteSynonymProcedure = workspaceProcedure("knowledge.deleteSynonym")
  .input(z.strictObject({ synonymId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    await deleteSynonym(ctx.tx, { workspaceId, actor, ...input });
    ctx.afterCommit(() => tellWords(ctx));
    return input;
  });

/** Bases learn them in the background; bots of this process look them up at once, those of others within two seconds. */
function tellWords({ background, forgetBots }: Pick<TrpcDeps, "background" | "forgetBots">): void {
  background.wake("words");
  forgetBots();
}
