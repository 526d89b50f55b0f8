import { z } from "zod";
import type { Bundle } from "#flows/kernel/flow.ts";
import { AppError } from "#server/app-error.ts";
import { getDraft, lockDraft } from "#server/drafts/get-draft.ts";
import { replaceDraft } from "#server/drafts/replace-draft.ts";
import { type SnapshotReason, takeSnapshot } from "#server/drafts/write-draft.ts";
import { workspaceProcedure } from "../procedures.ts";

const botInput = z.strictObject({ botId: z.uuid() });
const SNAPSHOTS_MAX = 200;

type Row = {
  readonly id: string;
  readonly rev: number;
  readonly reason: SnapshotReason;
  readonly authorName: string;
  readonly at: Date;
  readonly nodes: number;
};

/** What can be restored, newest first. */
export const listSnapshots = workspaceProcedure("draft.snapshots")
  .input(botInput)
  .query(async ({ ctx, input }) => {
    await getDraft(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    return ctx.tx<Row[]>`
      select id, rev, reason, author_name as "authorName", at, jsonb_array_length(bundle->'flow'->'nodes') as nodes
      from draft_snapshot where bot_id = ${input.botId} and workspace_id = ${ctx.workspaceId}
      order by id desc limit ${SNAPSHOTS_MAX}`;
  });

/** Keeps the draft as it is now, by hand. */
export const createSnapshot = workspaceProcedure("draft.createSnapshot")
  .input(botInput)
  .mutation(async ({ ctx, input }) => {
    const key = { workspaceId: ctx.workspaceId, botId: input.botId };
    const draft = await lockDraft(ctx.tx, key);
    await takeSnapshot(ctx.tx, { ...key, draft, reason: "manual", actor: ctx.actor });
    return { rev: draft.rev };
  });

/** The document of one snapshot, to look at before it is restored. */
export const getSnapshot = workspaceProcedure("draft.getSnapshot")
  .input(z.strictObject({ botId: z.uuid(), snapshotId: z.uuid() }))
  .query(async ({ ctx, input }) => ({ bundle: await readSnapshot(ctx, input) }));

/** Puts a snapshot in place of the draft. What was there becomes a snapshot itself, so this can be undone. */
export const restoreSnapshot = workspaceProcedure("draft.restore")
  .input(z.strictObject({ botId: z.uuid(), snapshotId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const bundle = await readSnapshot(ctx, input);
    const { rev } = await replaceDraft(ctx.tx, {
      workspaceId: ctx.workspaceId,
      botId: input.botId,
      bundle,
      reason: "restore",
      actor: ctx.actor,
    });
    ctx.afterCommit(() =>
      ctx.consoleBus.publish(input.botId, { type: "draft-changed", rev, clientId: null }),
    );
    return { rev };
  });

type Reader = { readonly tx: Parameters<typeof getDraft>[0]; readonly workspaceId: string };

async function readSnapshot(
  { tx, workspaceId }: Reader,
  { botId, snapshotId }: { readonly botId: string; readonly snapshotId: string },
): Promise<Bundle> {
  const [row] = await tx<{ bundle: Bundle }[]>`
    select s.bundle from draft_snapshot s join bot b on b.id = s.bot_id
    where s.id = ${snapshotId} and s.bot_id = ${botId} and s.workspace_id = ${workspaceId} and b.deleted_at is null`;
  if (!row) throw new AppError("not_found");
  return row.bundle;
}
