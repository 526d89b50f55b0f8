import { z } from "zod";
import { APPROVAL_ACTIONS, changeStates, STATE_ACTIONS } from "#server/knowledge/faq/change-states.ts";
import { workspaceProcedure } from "../procedures.ts";
import { noteSchema, seenEntriesSchema } from "./entry-schemas.ts";

/** Proposes, retires, revives entries, or says that they were looked at again. */
export const changeStatesProcedure = workspaceProcedure("knowledge.changeStates")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      action: z.enum(STATE_ACTIONS),
      entries: seenEntriesSchema,
      note: noteSchema,
    }),
  )
  .mutation(({ ctx, input }) => {
    const { workspaceId, actor, role } = ctx;
    return changeStates(ctx.tx, { workspaceId, actor, role, ...input });
  });

/** Answers for entries, or sends them back with a reason. */
export const approve = workspaceProcedure("knowledge.approve")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      action: z.enum(APPROVAL_ACTIONS),
      entries: seenEntriesSchema,
      note: noteSchema,
    }),
  )
  .mutation(({ ctx, input }) => {
    const { workspaceId, actor, role } = ctx;
    return changeStates(ctx.tx, { workspaceId, actor, role, ...input });
  });
