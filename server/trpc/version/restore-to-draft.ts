import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { replaceDraft } from "#server/drafts/replace-draft.ts";
import { getVersion, getVersionBundle } from "#server/releases/get-version.ts";
import { workspaceProcedure } from "../procedures.ts";

/** Puts a version's document in place of the draft, after a snapshot of what was there; customers feel nothing. */
export const restoreToDraft = workspaceProcedure("version.restoreToDraft")
  .input(z.strictObject({ versionId: z.uuid() }))
  .mutation(async ({ ctx, input: { versionId } }) => {
    const { workspaceId, actor } = ctx;
    const { botId, botName, number } = await getVersion(ctx.tx, { workspaceId, versionId });
    const bundle = await getVersionBundle(ctx.tx, versionId);
    const { rev } = await replaceDraft(ctx.tx, { workspaceId, botId, bundle, reason: "restore", actor });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "version-restored", target: botName },
      facts: { number },
    });
    ctx.afterCommit(() => ctx.consoleBus.publish(botId, { type: "draft-changed", rev, clientId: null }));
    return { botId, rev, number };
  });
