import { z } from "zod";
import { learnedPartSchema } from "#flows/preview/learned-part.ts";
import { channelSchema, inlineRequestSchema, localeSchema, matchDraft } from "#server/preview/match-draft.ts";
import { workspaceAction } from "../procedures.ts";

/** Answers one call of a talk in the preview. Changes nothing; a mutation only because a part of a draft is long for a URL. */
export const matchPreview = workspaceAction("preview.match")
  .input(
    z.strictObject({
      botId: z.uuid(),
      request: inlineRequestSchema,
      locale: localeSchema,
      channel: channelSchema,
      expects: z.string().max(64).nullable(),
      part: learnedPartSchema.optional(),
    }),
  )
  .mutation(({ ctx, input }) =>
    matchDraft(ctx.inWorkspace, {
      ...input,
      ...{
        workspaceId: ctx.workspaceId,
        knowledge: ctx.knowledge,
        passages: ctx.passages,
        graphs: ctx.graphs,
      },
      meanings: ctx.meanings,
    }),
  );
