import { z } from "zod";
import type { Op } from "#flows/editing/op.ts";
import type { Json } from "#flows/kernel/json.ts";
import { AppError } from "#server/app-error.ts";
import { getDraft } from "#server/drafts/get-draft.ts";
import { workspaceProcedure } from "../procedures.ts";

const RECOVERIES_MAX = 200;

type Row = {
  readonly id: string;
  readonly op: Op;
  readonly theirs: Json | null;
  readonly reason: "changed" | "gone" | "replaced";
  readonly authorName: string;
  readonly isMine: boolean;
  readonly at: Date;
  readonly resolvedAt: Date | null;
};

/** Edits that lost against others in the last 30 days, newest first. */
export const listRecoveries = workspaceProcedure("draft.recoveries")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    await getDraft(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    return ctx.tx<Row[]>`
      select id, op, theirs, reason, author_name as "authorName", author_id = ${ctx.actor.id} as "isMine", at,
        resolved_at as "resolvedAt"
      from draft_recovery where bot_id = ${input.botId} and workspace_id = ${ctx.workspaceId}
      order by id desc limit ${RECOVERIES_MAX}`;
  });

/** Marks a lost edit as dealt with, or as open again. It stays readable for its 30 days. */
export const resolveRecovery = workspaceProcedure("draft.resolveRecovery")
  .input(z.strictObject({ botId: z.uuid(), recoveryId: z.uuid(), isResolved: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const rows = await ctx.tx`
      update draft_recovery set resolved_at = ${input.isResolved ? ctx.tx`now()` : null}
      where id = ${input.recoveryId} and bot_id = ${input.botId} and workspace_id = ${ctx.workspaceId}
      returning id`;
    if (rows.length === 0) throw new AppError("not_found");
    return { recoveryId: input.recoveryId };
  });
