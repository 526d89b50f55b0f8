import { z } from "zod";
import { batchInputSchema } from "#flows/testing/batch.ts";
import { AppError } from "#server/app-error.ts";
import { listPlannedTests } from "#server/testing/list-planned-tests.ts";
import { startRun } from "#server/testing/start-run.ts";
import { workspaceProcedure } from "../procedures.ts";

const SUITES_MAX = 50;

/** Runs suites (null: all of them), or one test, on the draft as it is saved now. */
export const runTests = workspaceProcedure("test.run")
  .input(
    z.strictObject({
      botId: z.uuid(),
      suiteIds: z.array(z.uuid()).min(1).max(SUITES_MAX).nullable(),
      testId: z.uuid().nullable().default(null),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { tx, workspaceId } = ctx;
    const { botId, suiteIds, testId } = input;
    const planned = await listPlannedTests(tx, { workspaceId, botId, suiteIds, isRequiredOnly: false });
    const tests = testId === null ? planned : planned.filter((test) => test.testId === testId);
    if (tests.length === 0) throw new AppError("not_found");
    const run = await startRun(tx, {
      ...{ workspaceId, botId, kind: "suite", authorName: ctx.actor.name },
      suiteId: suiteIds?.length === 1 ? (suiteIds[0] ?? null) : null,
      input: { type: "suite", tests },
    });
    ctx.afterCommit(() => ctx.background.wake("testing", run.runId));
    return run;
  });

/** Asks every question of a list, each in a talk of its own, on the draft as it is saved now. */
export const startBatch = workspaceProcedure("test.startBatch")
  .input(z.strictObject({ botId: z.uuid(), batch: batchInputSchema }))
  .mutation(async ({ ctx, input }) => {
    const run = await startRun(ctx.tx, {
      ...{ workspaceId: ctx.workspaceId, botId: input.botId, kind: "batch", suiteId: null },
      authorName: ctx.actor.name,
      input: { type: "batch", ...input.batch },
    });
    ctx.afterCommit(() => ctx.background.wake("testing", run.runId));
    return run;
  });

/** Stops a run; what it found so far is not kept. A run that is over stays as it is. */
export const cancelRun = workspaceProcedure("test.cancelRun")
  .input(z.strictObject({ runId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const [run] = await ctx.tx<{ state: string }[]>`
      select state from test_run where id = ${input.runId} and workspace_id = ${ctx.workspaceId} for update`;
    if (!run) throw new AppError("not_found");
    await ctx.tx`update test_run set state = 'cancelled', lease_until = null, ended_at = now()
      where id = ${input.runId} and state in ('queued', 'running')`;
    return { runId: input.runId };
  });
