import { z } from "zod";
import { compareRevisions, listRevisions, restoreRevision } from "#server/knowledge/faq/entry-history.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceProcedure } from "../procedures.ts";

const rev = z.int().min(1);

export const listHistory = workspaceProcedure("knowledge.history")
  .input(z.strictObject({ entryId: z.uuid(), cursor: rev.nullish(), ...pagingDirection }))
  .query(({ ctx, input }) =>
    listRevisions(ctx.tx, {
      workspaceId: ctx.workspaceId,
      entryId: input.entryId,
      before: input.cursor ?? null,
    }),
  );

export const compareRevisionsProcedure = workspaceProcedure("knowledge.compareRevisions")
  .input(z.strictObject({ entryId: z.uuid(), from: rev, to: rev }))
  .query(({ ctx, input }) => compareRevisions(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const restoreRevisionProcedure = workspaceProcedure("knowledge.restoreRevision")
  .input(z.strictObject({ entryId: z.uuid(), to: rev, rev }))
  .mutation(({ ctx, input }) =>
    restoreRevision(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );
