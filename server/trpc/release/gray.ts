import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { endOpenGray } from "#server/releases/end-open-gray.ts";
import { assertServable, lockVersion } from "#server/releases/get-version.ts";
import { goLive } from "#server/releases/go-live.ts";
import { lockOpenGray } from "#server/releases/open-gray.ts";
import { recordRelease } from "#server/releases/record-release.ts";
import { startGray as start } from "#server/releases/start-gray.ts";
import { takeTalksAlong } from "#server/releases/take-talks-along.ts";
import { workspaceProcedure } from "../procedures.ts";
import { announceRelease } from "./announce-release.ts";
import { audienceSchema, guardSchema, runningSchema } from "./release-schemas.ts";

/** Gives a version to some customers beside the live one. */
export const startGray = workspaceProcedure("release.startGray")
  .input(z.strictObject({ versionId: z.uuid(), audience: audienceSchema, guard: guardSchema }))
  .mutation(async ({ ctx, input: { versionId, audience, guard } }) => {
    const { workspaceId, actor } = ctx;
    const version = await lockVersion(ctx.tx, { workspaceId, versionId });
    assertServable(version);
    const { botId, number, botName } = version;
    await start(ctx.tx, { botId, workspaceId, versionId, number, audience, guard, actor });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "gray-started", target: botName },
      facts: { number, percent: audience.percent },
    });
    announceRelease(ctx, botId);
    return { botId, versionId, number };
  });

/** Changes who gets the version, and the limits that halt it. A halted one runs again, and is measured anew from now on. */
export const changeGray = workspaceProcedure("release.changeGray")
  .input(z.strictObject({ botId: z.uuid(), audience: audienceSchema, guard: guardSchema }))
  .mutation(async ({ ctx, input: { botId, audience, guard } }) => {
    const { workspaceId, actor } = ctx;
    const gray = await lockOpenGray(ctx.tx, { workspaceId, botId });
    await ctx.tx`update gray_release set audience = ${ctx.tx.json(audience)}, guard = ${ctx.tx.json(guard)},
      started_at = case when state = 'halted' then now() else started_at end, state = 'running', halt_reason = null
      where id = ${gray.id}`;
    const { versionId, number } = gray;
    await recordRelease(ctx.tx, {
      ...{ botId, workspaceId, versionId, number, actor, kind: "gray-changed" },
      fromVersionId: gray.liveVersionId,
      facts: { audience, guard },
    });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "gray-changed", target: gray.botName },
      facts: { number, percent: audience.percent },
    });
    announceRelease(ctx, botId);
    return { botId, versionId, number };
  });

const ending = z.strictObject({ botId: z.uuid(), running: runningSchema });

/** Gives the gray version to everybody. */
export const promoteGray = workspaceProcedure("release.promoteGray")
  .input(ending)
  .mutation(async ({ ctx, input: { botId, running } }) => {
    const { workspaceId, actor } = ctx;
    const { versionId, number, botName } = await lockOpenGray(ctx.tx, { workspaceId, botId });
    await goLive(ctx.tx, { botId, workspaceId, versionId, number, running, actor, kind: "gray-promoted" });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "gray-promoted", target: botName },
      facts: { number, running },
    });
    announceRelease(ctx, botId);
    return { botId, versionId, number };
  });

/** Gives the live version to everybody again; `running` is about the talks on the gray version. */
export const stopGray = workspaceProcedure("release.stopGray")
  .input(ending)
  .mutation(async ({ ctx, input: { botId, running } }) => {
    const { workspaceId, actor } = ctx;
    const { versionId, number, botName, liveVersionId } = await lockOpenGray(ctx.tx, { workspaceId, botId });
    await endOpenGray(ctx.tx, { botId, state: "stopped" });
    if (liveVersionId !== null && running !== "finish")
      await takeTalksAlong(ctx.tx, { botId, workspaceId, to: liveVersionId, running, from: versionId });
    await recordRelease(ctx.tx, {
      ...{ botId, workspaceId, versionId, number, actor, kind: "gray-stopped" },
      fromVersionId: liveVersionId,
      facts: { running },
    });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "gray-stopped", target: botName },
      facts: { number, running },
    });
    announceRelease(ctx, botId);
    return { botId, versionId, number };
  });
