import { z } from "zod";
import { getVersion as findVersion, getVersionBundle } from "#server/releases/get-version.ts";
import { workspaceProcedure } from "../procedures.ts";

/** One version with its document, to look at and to compare. */
export const getVersion = workspaceProcedure("version.get")
  .input(z.strictObject({ versionId: z.uuid() }))
  .query(async ({ ctx, input: { versionId } }) => {
    const version = await findVersion(ctx.tx, { workspaceId: ctx.workspaceId, versionId });
    return {
      ...version,
      isLive: version.liveVersionId === version.id,
      bundle: await getVersionBundle(ctx.tx, versionId),
    };
  });
