import { z } from "zod";
import { listExaminations } from "#server/preview/examine-draft.ts";
import { workspaceProcedure } from "../procedures.ts";

/** What came of earlier examinations of what the draft still is; nothing is examined for it. */
export const listExaminationsPreview = workspaceProcedure("preview.examinations")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(({ ctx, input }) => listExaminations(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));
