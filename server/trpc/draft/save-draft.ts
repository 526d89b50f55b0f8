import { z } from "zod";
import { opSchema } from "#flows/editing/op.ts";
import { OPS_MAX, saveDraft } from "#server/drafts/save-draft.ts";
import { workspaceProcedure } from "../procedures.ts";

/** Merges one change into the draft (see `saveDraft`), and tells open builders. */
export const saveDraftProcedure = workspaceProcedure("draft.save")
  .input(
    z.strictObject({
      botId: z.uuid(),
      changeId: z.uuid(),
      clientId: z.uuid(),
      knownRev: z.int().min(1),
      ops: z.array(opSchema).min(1).max(OPS_MAX),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const answer = await saveDraft(ctx.tx, { ...input, workspaceId: ctx.workspaceId, actor: ctx.actor });
    const { rev, hasMovedComments } = answer;
    ctx.afterCommit(() => {
      ctx.consoleBus.publish(input.botId, { type: "draft-changed", rev, clientId: input.clientId });
      if (hasMovedComments) ctx.consoleBus.publish(input.botId, { type: "comments-changed" });
    });
    return answer;
  });
