import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { personNameSchema } from "#server/auth/password-rules.ts";
import { workspaceProcedure } from "../procedures.ts";

export const renameWorkspace = workspaceProcedure("workspace.rename")
  .input(z.strictObject({ name: personNameSchema }))
  .mutation(async ({ ctx, input }) => {
    await ctx.tx`update workspace set name = ${input.name}`;
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "workspace-renamed",
      target: input.name,
    });
    return { name: input.name };
  });
