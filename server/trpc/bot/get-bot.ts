import { z } from "zod";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";
import { toBotState } from "./bot-state.ts";
import { listTraffic } from "./list-traffic.ts";
import { timeZoneSchema } from "./time-zone.ts";

type Row = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly settings: BotSettings;
  readonly hasIdentitySecret: boolean;
  readonly isPaused: boolean;
  readonly createdAt: Date;
  readonly liveVersionId: string | null;
  readonly versionNumber: number | null;
  readonly publishedAt: Date | null;
  readonly nodes: number | null;
  readonly faqEntries: number | null;
  readonly problems: readonly Problem[] | null;
  readonly failedAt: Date | null;
};

/** One bot with its settings; of its identity secret only whether there is one. */
export const getBot = workspaceProcedure("bot.get")
  .input(z.strictObject({ botId: z.uuid(), timeZone: timeZoneSchema }))
  .query(async ({ ctx, input }) => {
    const [row] = await ctx.tx<Row[]>`
      select b.id, b.key, b.name, b.settings, b.identity_secret is not null as "hasIdentitySecret",
        b.is_paused as "isPaused", b.created_at as "createdAt", b.live_version_id as "liveVersionId",
        v.number as "versionNumber", v.created_at as "publishedAt",
        jsonb_array_length(v.bundle->'flow'->'nodes') as nodes,
        (select sum(jsonb_array_length(s.value->'entries'))::int from jsonb_each(v.bundle->'faqSets') s) as "faqEntries",
        f.problems, f.at as "failedAt"
      from bot b
      left join flow_version v on v.id = b.live_version_id
      left join publish_failure f on f.bot_id = b.id
      where b.id = ${input.botId} and b.workspace_id = ${ctx.workspaceId} and b.deleted_at is null`;
    if (!row) throw new AppError("not_found");
    const traffic = await listTraffic(ctx.tx, { botIds: [row.id], timeZone: input.timeZone });
    const { isPaused, liveVersionId, problems, failedAt, ...rest } = row;
    return {
      ...rest,
      state: toBotState({ isPaused, liveVersionId, hasFailure: problems !== null }),
      failure: problems && failedAt ? { problems, at: failedAt } : null,
      chatUrl: `${ctx.publicUrl}/chat/${row.key}`,
      traffic: traffic.get(row.id)?.days ?? [],
    };
  });
