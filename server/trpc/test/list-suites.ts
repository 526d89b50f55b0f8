import { z } from "zod";
import { getDraft } from "#server/drafts/get-draft.ts";
import { listOutcomes, type TestOutcomeNow } from "#server/testing/list-outcomes.ts";
import { workspaceProcedure } from "../procedures.ts";

type SuiteRow = { readonly id: string; readonly name: string; readonly isRequired: boolean };

type TestRow = {
  readonly id: string;
  readonly suiteId: string;
  readonly name: string;
  readonly source: string;
  readonly turns: number;
  readonly updatedAt: Date;
};

export type ListedTest = TestRow & { readonly outcome: TestOutcomeNow | null };

/** Suites with their tests, and how each test ended last. */
export const listSuites = workspaceProcedure("test.suites")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const key = { workspaceId: ctx.workspaceId, botId: input.botId };
    const { rev } = await getDraft(ctx.tx, key);
    const suites = await ctx.tx<SuiteRow[]>`
      select id, name, is_required as "isRequired" from test_suite
      where bot_id = ${key.botId} and workspace_id = ${key.workspaceId} order by id`;
    const tests = await ctx.tx<TestRow[]>`
      select id, suite_id as "suiteId", name, source, jsonb_array_length(script->'turns') as turns, updated_at as "updatedAt"
      from flow_test where bot_id = ${key.botId} and workspace_id = ${key.workspaceId} order by position, id`;
    const outcomes = await listOutcomes(ctx.tx, { ...key, draftRev: rev });
    const withOutcome = tests.map(
      (test): ListedTest => ({ ...test, outcome: outcomes.get(test.id) ?? null }),
    );
    return suites.map((suite) => ({
      ...suite,
      tests: withOutcome.filter(({ suiteId }) => suiteId === suite.id),
    }));
  });
