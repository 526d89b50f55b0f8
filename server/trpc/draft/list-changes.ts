import { z } from "zod";
import { getDraft } from "#server/drafts/get-draft.ts";
import { listChanges } from "#server/drafts/list-changes.ts";
import { workspaceProcedure } from "../procedures.ts";

/** What was saved since a rev; `changes` is null when the draft has to be loaded as a whole. */
export const listDraftChanges = workspaceProcedure("draft.changes")
  .input(z.strictObject({ botId: z.uuid(), after: z.int().min(1) }))
  .query(async ({ ctx, input }) => {
    const { rev } = await getDraft(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    return {
      rev,
      changes: await listChanges(ctx.tx, { botId: input.botId, after: input.after, until: rev }),
    };
  });
