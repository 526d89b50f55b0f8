import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { assertServable, lockVersion } from "#server/releases/get-version.ts";
import { goLive } from "#server/releases/go-live.ts";
import { workspaceProcedure } from "../procedures.ts";
import { announceRelease } from "./announce-release.ts";
import { runningSchema } from "./release-schemas.ts";

/** Serves new talks with an older version again; the draft stays as it is. Rolling back to what is live changes nothing. */
export const rollBack = workspaceProcedure("release.rollBack")
  .input(z.strictObject({ versionId: z.uuid(), running: runningSchema }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const version = await lockVersion(ctx.tx, { workspaceId, versionId: input.versionId });
    assertServable(version);
    if (!version.liveVersionId) throw new AppError("conflict", { reason: "nothing_live" });
    const { botId, number } = version;
    if (version.liveVersionId !== version.id) {
      const going = { botId, workspaceId, versionId: version.id, number, running: input.running, actor };
      await goLive(ctx.tx, { ...going, kind: "rolled-back" });
      await recordAudit(ctx.tx, {
        ...{ workspaceId, actor, action: "version-rolled-back", target: version.botName },
        facts: { number, running: input.running },
      });
      announceRelease(ctx, botId);
    }
    return { versionId: version.id, number };
  });
