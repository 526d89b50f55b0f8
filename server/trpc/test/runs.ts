import { z } from "zod";
import type { BatchAnswer, BatchInput } from "#flows/testing/batch.ts";
import type { TestTurnResult } from "#flows/testing/test-result.ts";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

const RUNS_MAX = 50;

export type RunState = "queued" | "running" | "done" | "failed" | "cancelled";

type RunRow = {
  readonly id: string;
  readonly botId: string;
  readonly kind: "suite" | "batch" | "publish";
  readonly suiteId: string | null;
  /** Of a batch. */
  readonly name: string | null;
  readonly draftRev: number | null;
  readonly state: RunState;
  readonly done: number;
  readonly total: number;
  readonly passed: number;
  readonly error: string | null;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

/** What was run, newest first, without the results. */
export const listRuns = workspaceProcedure("test.runs")
  .input(z.strictObject({ botId: z.uuid(), kind: z.enum(["tests", "batch"]) }))
  .query(async ({ ctx, input }) => {
    const [bot] = await ctx.tx`
      select from bot where id = ${input.botId} and workspace_id = ${ctx.workspaceId} and deleted_at is null`;
    if (!bot) throw new AppError("not_found");
    return ctx.tx<RunRow[]>`
      select id, bot_id as "botId", kind, suite_id as "suiteId", input->>'name' as name, draft_rev as "draftRev", state, done, total,
        passed, error, author_name as "authorName", created_at as "createdAt", ended_at as "endedAt"
      from test_run where bot_id = ${input.botId} and workspace_id = ${ctx.workspaceId}
        and (kind = 'batch') = ${input.kind === "batch"}
      order by id desc limit ${RUNS_MAX}`;
  });

/** One run with the outcome of each test; asked for again and again while it runs, so it carries no details. */
export const getRun = workspaceProcedure("test.getRun")
  .input(z.strictObject({ runId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const [run] = await ctx.tx<
      (RunRow & {
        readonly tests: readonly { testId: string; suiteId: string; name: string; passed: boolean | null }[];
      })[]
    >`
      select id, bot_id as "botId", kind, suite_id as "suiteId", input->>'name' as name, draft_rev as "draftRev", state, done, total,
        passed, error, author_name as "authorName", created_at as "createdAt", ended_at as "endedAt", tests.list as tests
      from test_run cross join lateral (
        select coalesce(json_agg(json_build_object('testId', pair.planned->>'testId', 'suiteId', pair.planned->>'suiteId',
          'name', pair.planned->>'name', 'passed', (pair.result->>'passed')::boolean)), '[]') as list
        from rows from (jsonb_array_elements(input->'tests'), jsonb_array_elements(results->'tests')) pair(planned, result)
      ) tests
      where id = ${input.runId} and workspace_id = ${ctx.workspaceId}`;
    if (!run) throw new AppError("not_found");
    return run;
  });

/** How one test of a run went, turn by turn. */
export const getTestResult = workspaceProcedure("test.getResult")
  .input(z.strictObject({ runId: z.uuid(), testId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const [row] = await ctx.tx<{ result: { passed: boolean; turns: readonly TestTurnResult[] } }[]>`
      select result from test_run cross join lateral jsonb_array_elements(results->'tests') result
      where id = ${input.runId} and workspace_id = ${ctx.workspaceId} and result->>'testId' = ${input.testId}`;
    if (!row) throw new AppError("not_found");
    return row.result;
  });

/** Questions and answers of a batch that is done, in the same order. */
export const getBatch = workspaceProcedure("test.getBatch")
  .input(z.strictObject({ runId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const [row] = await ctx.tx<
      { input: BatchInput & { type: "batch" }; answers: readonly BatchAnswer[] | null }[]
    >`
      select input, results->'answers' as answers from test_run
      where id = ${input.runId} and workspace_id = ${ctx.workspaceId} and kind = 'batch'`;
    if (!row) throw new AppError("not_found");
    const { type: _type, ...batch } = row.input;
    return { ...batch, answers: row.answers ?? [] };
  });
