import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

type Losses = {
  readonly openConversations: number;
  readonly conversations: number;
  readonly versions: number;
  readonly tests: number;
};

/** What goes with a bot, for the question before it is deleted. Counting stops where a number no longer matters. */
const COUNT_MAX = 10_000;

export const getBotLosses = workspaceProcedure("bot.getLosses")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const { botId } = input;
    const [row] = await ctx.tx<Losses[]>`
      select
        (select count(*)::int from (
          select from conversation c where c.bot_id = b.id and c.status <> 'ended' limit ${COUNT_MAX}) o) as "openConversations",
        (select count(*)::int from (
          select from conversation c where c.bot_id = b.id limit ${COUNT_MAX}) a) as conversations,
        (select count(*)::int from flow_version v where v.bot_id = b.id) as versions,
        (select count(*)::int from flow_test t where t.bot_id = b.id) as tests
      from bot b where b.id = ${botId} and b.workspace_id = ${ctx.workspaceId} and b.deleted_at is null`;
    if (!row) throw new AppError("not_found");
    return row;
  });
