import { z } from "zod";
import { validateBundle } from "#flows/kernel/validate.ts";
import { definitionRegistry } from "#flows/nodes/index.ts";
import { AppError } from "#server/app-error.ts";
import { listChannels } from "#server/bots/list-channels.ts";
import { getDraft } from "#server/drafts/get-draft.ts";
import { listKnownBases } from "#server/knowledge/bases/list-known-bases.ts";
import { countOpenTalks } from "#server/releases/count-open-talks.ts";
import { listAuthorsSince } from "#server/releases/list-authors-since.ts";
import { findOpenGray } from "#server/releases/open-gray.ts";
import { findGate, mayOverrideTests } from "#server/testing/publish-gate.ts";
import { workspaceProcedure } from "../procedures.ts";

type LiveVersion = {
  readonly versionId: string | null;
  readonly number: number | null;
  readonly draftRev: number | null;
};

/** What publishing would do now. The publish itself checks everything again. */
export const checkRelease = workspaceProcedure("release.check")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input: { botId } }) => {
    const key = { workspaceId: ctx.workspaceId, botId };
    const { bundle, rev } = await getDraft(ctx.tx, key);
    const [live] = await ctx.tx<LiveVersion[]>`
      select b.live_version_id as "versionId", v.number, v.draft_rev as "draftRev"
      from bot b left join flow_version v on v.id = b.live_version_id where b.id = ${botId}`;
    if (!live) throw new AppError("not_found");
    const problems = validateBundle(bundle, definitionRegistry, {
      channels: await listChannels(ctx.tx, key),
      bases: await listKnownBases(ctx.tx, ctx.workspaceId),
    });
    return {
      draftRev: rev,
      live:
        live.versionId === null || live.number === null
          ? null
          : { versionId: live.versionId, number: live.number },
      errors: problems.filter(({ severity }) => severity === "error"),
      warnings: problems.filter(({ severity }) => severity === "warning"),
      gate: await findGate(ctx.tx, key),
      mayOverride: mayOverrideTests(ctx.role),
      authors: await listAuthorsSince(ctx.tx, { botId, rev: live.draftRev ?? 0 }),
      openTalks: await countOpenTalks(ctx.tx, botId),
      gray: await findOpenGray(ctx.tx, key),
    };
  });
