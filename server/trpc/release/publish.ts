import { z } from "zod";
import { definitionRegistry } from "#flows/nodes/index.ts";
import { AppError } from "#server/app-error.ts";
import { publishDraft } from "#server/releases/publish-draft.ts";
import { createPublishProgress } from "#server/releases/publish-progress.ts";
import { mayOverrideTests } from "#server/testing/publish-gate.ts";
import { workspaceAction } from "../procedures.ts";
import { audienceSchema, guardSchema, noteSchema, runningSchema } from "./release-schemas.ts";

/** Publishes the draft that the caller saw (see `publishDraft`). Owners and admins may pass over failed tests, with a reason. */
export const publish = workspaceAction("release.publish")
  .input(
    z.strictObject({
      botId: z.uuid(),
      draftRev: z.int().min(1),
      note: noteSchema,
      running: runningSchema,
      gray: z.strictObject({ audience: audienceSchema, guard: guardSchema }).optional(),
      override: z.strictObject({ reason: z.string().trim().min(1).max(500) }).optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, role, actor, inWorkspace } = ctx;
    if (input.override && !mayOverrideTests(role)) throw new AppError("forbidden");
    const { botId } = input;
    const progress = createPublishProgress({
      ...{ botId, by: { id: actor.id, name: actor.name } },
      announce: (news) => ctx.consoleBus.publish(botId, news),
    });
    const publishing = publishDraft(
      {
        registry: definitionRegistry,
        inWorkspace,
        wakeTests: (runId) => ctx.background.wake("testing", runId),
        onStep: progress.set,
      },
      {
        ...input,
        workspaceId,
        actor,
        gray: input.gray ?? null,
        override: input.override ? { role, reason: input.override.reason } : null,
      },
    );
    const result = await publishing.catch((error: unknown) => {
      progress.end({ number: null, reason: toReason(error) });
      throw error;
    });
    progress.end({ number: result.type === "published" ? result.number : null, reason: null });
    if (result.type === "published") {
      ctx.forgetBots();
      ctx.consoleBus.publish(botId, { type: "release-changed" });
    }
    return result;
  });

function toReason(error: unknown): string | null {
  const reason = error instanceof AppError ? error.facts.reason : null;
  return typeof reason === "string" ? reason : null;
}
