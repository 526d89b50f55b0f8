import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceProcedure } from "../procedures.ts";

const PAGE = 30;

type Row = {
  readonly id: string;
  readonly number: number;
  readonly note: string;
  readonly author: string | null;
  readonly contentHash: string;
  readonly createdAt: Date;
  readonly nodes: number;
  readonly isLive: boolean;
  /** Out as a gray release now, running or halted. */
  readonly isGray: boolean;
  readonly testReport: {
    readonly passed: number;
    readonly failed: number;
    readonly override: string | null;
  } | null;
  readonly warnings: number;
  readonly openConversations: number;
};

/** What was published, newest first, and how many open talks still run on each. */
export const listVersions = workspaceProcedure("version.list")
  .input(z.strictObject({ botId: z.uuid(), cursor: z.int().min(1).nullish(), ...pagingDirection }))
  .query(async ({ ctx, input }) => {
    const [bot] = await ctx.tx`
      select from bot where id = ${input.botId} and workspace_id = ${ctx.workspaceId} and deleted_at is null`;
    if (!bot) throw new AppError("not_found");
    const rows = await ctx.tx<Row[]>`
      select v.id, v.number, v.note, u.name as author, left(v.content_hash, 12) as "contentHash", v.created_at as "createdAt",
        jsonb_array_length(v.bundle->'flow'->'nodes') as nodes, v.id = b.live_version_id as "isLive",
        g.id is not null as "isGray", v.test_report as "testReport", coalesce(jsonb_array_length(v.check_report->'warnings'), 0) as warnings, o.n as "openConversations"
      from flow_version v
      join bot b on b.id = v.bot_id
      left join gray_release g on g.bot_id = v.bot_id and g.version_id = v.id and g.state in ('running', 'halted')
      left join auth_user u on u.id::text = v.author_id
      cross join lateral (
        select count(*)::int as n from (
          select from conversation c where c.bot_id = v.bot_id and c.version_id = v.id and c.status <> 'ended' limit 1000
        ) open
      ) o
      where v.bot_id = ${input.botId} and v.workspace_id = ${ctx.workspaceId} and v.number < ${input.cursor ?? 2_147_483_647}
      order by v.number desc limit ${PAGE + 1}`;
    const versions = rows.slice(0, PAGE);
    return { versions, next: rows.length > PAGE ? (versions.at(-1)?.number ?? null) : null };
  });
