import { z } from "zod";
import { learnedPartSchema } from "#flows/preview/learned-part.ts";
import { examineDraft, examinedSchema } from "#server/preview/examine-draft.ts";
import { workspaceProcedure } from "../procedures.ts";

/** Which intents or answers of a draft are taken for each other. Changes nothing; a mutation only because a part of a draft is long for a URL. */
export const examinePreview = workspaceProcedure("preview.examine")
  .input(
    z.strictObject({
      botId: z.uuid(),
      examined: examinedSchema,
      expects: z.string().max(64),
      part: learnedPartSchema.optional(),
    }),
  )
  .mutation(({ ctx, input }) => examineDraft(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));
