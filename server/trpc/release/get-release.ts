import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { listReleaseEvents } from "#server/releases/list-release-events.ts";
import { measureGray } from "#server/releases/measure-gray.ts";
import { findOpenGray } from "#server/releases/open-gray.ts";
import { workspaceProcedure } from "../procedures.ts";

/** What serves whom right now, how a gray release does, and the last releases. */
export const getRelease = workspaceProcedure("release.get")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const key = { workspaceId: ctx.workspaceId, botId: input.botId };
    const [bot] = await ctx.tx<
      { liveVersionId: string | null; liveNumber: number | null; isPaused: boolean }[]
    >`select b.live_version_id as "liveVersionId", v.number as "liveNumber", b.is_paused as "isPaused"
      from bot b left join flow_version v on v.id = b.live_version_id
      where b.id = ${input.botId} and b.workspace_id = ${ctx.workspaceId} and b.deleted_at is null`;
    if (!bot) throw new AppError("not_found");
    const gray = await findOpenGray(ctx.tx, key);
    return {
      ...bot,
      gray: gray && { ...gray, figures: await measureGray(ctx.tx, gray) },
      events: await listReleaseEvents(ctx.tx, input.botId),
    };
  });
