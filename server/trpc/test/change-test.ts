import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import { AppError } from "#server/app-error.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { findOrCreateDefaultSuite, getSuite } from "#server/testing/get-suite.ts";
import { insertTest } from "#server/testing/insert-test.ts";
import { workspaceProcedure } from "../procedures.ts";

const name = z.string().trim().min(1).max(120);

/** Without a suite the test goes to the default one, which is named in `locale` when it has to be made. */
export const createTest = workspaceProcedure("test.create")
  .input(
    z.strictObject({
      botId: z.uuid(),
      suiteId: z.uuid().nullable(),
      locale: z.enum(LOCALES),
      name,
      source: z.enum(["preview", "hand"]),
      script: flowTestScriptSchema,
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { workspaceId } = ctx;
    const suite = input.suiteId
      ? await getSuite(ctx.tx, { workspaceId, suiteId: input.suiteId })
      : await findOrCreateDefaultSuite(ctx.tx, { workspaceId, botId: input.botId, locale: input.locale });
    if (suite.botId !== input.botId) throw new AppError("not_found");
    const { name: testName, script, source } = input;
    const test = await insertTest(ctx.tx, { suite, workspaceId, name: testName, script, source });
    return { ...test, suiteName: suite.name };
  });

export const updateTest = workspaceProcedure("test.update")
  .input(z.strictObject({ testId: z.uuid(), name, script: flowTestScriptSchema }))
  .mutation(async ({ ctx, input }) => {
    const rows = await ctx.tx`
      update flow_test set name = ${input.name}, script = ${toJsonText(input.script)}::text::jsonb, updated_at = now()
      where id = ${input.testId} and workspace_id = ${ctx.workspaceId} returning 1`;
    if (rows.length === 0) throw new AppError("not_found");
    return { testId: input.testId };
  });

/** Puts a test at a place (counted from 0) of its own or another suite of the same bot. */
export const moveTest = workspaceProcedure("test.move")
  .input(z.strictObject({ testId: z.uuid(), suiteId: z.uuid(), position: z.int().min(0).max(10_000) }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, tx } = ctx;
    const suite = await getSuite(tx, { workspaceId, suiteId: input.suiteId });
    const moved = await tx`
      update flow_test set suite_id = ${suite.id}
      where id = ${input.testId} and workspace_id = ${workspaceId} and bot_id = ${suite.botId} returning 1`;
    if (moved.length === 0) throw new AppError("not_found");
    const tests = await tx<{ id: string }[]>`
      select id from flow_test where suite_id = ${suite.id} and id <> ${input.testId} order by position, id`;
    const order = tests.map(({ id }) => id);
    order.splice(input.position, 0, input.testId);
    await tx`update flow_test t set position = o.place - 1
      from unnest(${order}::uuid[]) with ordinality o(id, place) where t.id = o.id`;
    return { testId: input.testId, suiteId: suite.id };
  });

export const deleteTest = workspaceProcedure("test.delete")
  .input(z.strictObject({ testId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const rows = await ctx.tx`
      delete from flow_test where id = ${input.testId} and workspace_id = ${ctx.workspaceId} returning 1`;
    if (rows.length === 0) throw new AppError("not_found");
    return { testId: input.testId };
  });
