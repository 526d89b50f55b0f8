import { z } from "zod";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

type TestRow = {
  readonly id: string;
  readonly suiteId: string;
  readonly botId: string;
  readonly name: string;
  readonly script: FlowTestScript;
  readonly source: string;
  readonly updatedAt: Date;
};

/** One test with its script, to be read and changed. */
export const getTest = workspaceProcedure("test.get")
  .input(z.strictObject({ testId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const [test] = await ctx.tx<TestRow[]>`
      select t.id, t.suite_id as "suiteId", t.bot_id as "botId", t.name, t.script, t.source, t.updated_at as "updatedAt"
      from flow_test t join bot b on b.id = t.bot_id
      where t.id = ${input.testId} and t.workspace_id = ${ctx.workspaceId} and b.deleted_at is null`;
    if (!test) throw new AppError("not_found");
    return test;
  });
