import { z } from "zod";
import type { Problem } from "#flows/kernel/problem.ts";
import { workspaceProcedure } from "../procedures.ts";
import { toBotState } from "./bot-state.ts";
import { listTraffic } from "./list-traffic.ts";
import { timeZoneSchema } from "./time-zone.ts";

type Row = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly isPaused: boolean;
  readonly color: string | null;
  readonly liveVersionId: string | null;
  readonly versionNumber: number | null;
  readonly publishedAt: Date | null;
  readonly problems: readonly Problem[] | null;
  readonly failedAt: Date | null;
  /** Comments that call the reader and were not seen yet. */
  readonly mentions: number;
};

const BOTS_MAX = 500;

/** All bots of the workspace with what an operator looks for first: does it run, and is anybody talking to it. */
export const listBots = workspaceProcedure("bot.list")
  .input(z.strictObject({ timeZone: timeZoneSchema }))
  .query(async ({ ctx, input }) => {
    const rows = await ctx.tx<Row[]>`
      select b.id, b.key, b.name, b.is_paused as "isPaused", b.settings->'theme'->>'color' as color,
        b.live_version_id as "liveVersionId", v.number as "versionNumber", v.created_at as "publishedAt",
        f.problems, f.at as "failedAt",
        (select count(*)::int from comment_mention m
          where m.user_id = ${ctx.actor.id} and m.bot_id = b.id and m.read_at is null) as mentions
      from bot b
      left join flow_version v on v.id = b.live_version_id
      left join publish_failure f on f.bot_id = b.id
      where b.workspace_id = ${ctx.workspaceId} and b.deleted_at is null
      order by b.created_at, b.id limit ${BOTS_MAX}`;
    const traffic = await listTraffic(ctx.tx, {
      botIds: rows.map((row) => row.id),
      timeZone: input.timeZone,
    });
    return rows.map(({ isPaused, liveVersionId, problems, failedAt, ...row }) => ({
      ...row,
      state: toBotState({ isPaused, liveVersionId, hasFailure: problems !== null }),
      failure: problems && failedAt ? { problems, at: failedAt } : null,
      chatUrl: `${ctx.publicUrl}/chat/${row.key}`,
      traffic: traffic.get(row.id)?.days ?? [],
    }));
  });
