import { z } from "zod";
import type { JsonObject } from "#flows/kernel/json.ts";
import type { AuditAction } from "#server/auth/audit.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceProcedure } from "../procedures.ts";

const PAGE = 50;

type Row = {
  readonly id: string;
  readonly actorName: string;
  readonly action: AuditAction;
  readonly target: string | null;
  readonly facts: JsonObject;
  readonly at: Date;
};

/** Newest first; `next` is the cursor of the next page, null on the last one. */
export const listAudit = workspaceProcedure("audit.list")
  .input(z.strictObject({ cursor: z.uuid().nullish(), ...pagingDirection }))
  .query(async ({ ctx, input }) => {
    const rows = await ctx.tx<Row[]>`
      select id, actor_name as "actorName", action, target, facts, at from audit_entry
      where workspace_id = ${ctx.workspaceId} and (${input.cursor ?? null}::uuid is null or id < ${input.cursor ?? null})
      order by id desc limit ${PAGE + 1}`;
    const entries = rows.slice(0, PAGE);
    return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null };
  });
