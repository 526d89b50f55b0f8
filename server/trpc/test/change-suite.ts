import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { createSuite, getSuite } from "#server/testing/get-suite.ts";
import { workspaceProcedure } from "../procedures.ts";

const name = z.string().trim().min(1).max(80);

export const createSuiteProcedure = workspaceProcedure("test.createSuite")
  .input(z.strictObject({ botId: z.uuid(), name }))
  .mutation(async ({ ctx, input }) => {
    const { id } = await createSuite(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    return { suiteId: id };
  });

export const renameSuite = workspaceProcedure("test.renameSuite")
  .input(z.strictObject({ suiteId: z.uuid(), name }))
  .mutation(async ({ ctx, input }) => {
    const suite = await getSuite(ctx.tx, { workspaceId: ctx.workspaceId, suiteId: input.suiteId });
    await ctx.tx`update test_suite set name = ${input.name} where id = ${suite.id}`;
    return { suiteId: suite.id, name: input.name };
  });

/** A required suite keeps drafts that it fails from being published; so only those who may override it switch it. */
export const setRequired = workspaceProcedure("test.setRequired")
  .input(z.strictObject({ suiteId: z.uuid(), isRequired: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const suite = await getSuite(ctx.tx, { workspaceId: ctx.workspaceId, suiteId: input.suiteId });
    if (suite.isRequired === input.isRequired) return { suiteId: suite.id, isRequired: suite.isRequired };
    await ctx.tx`update test_suite set is_required = ${input.isRequired} where id = ${suite.id}`;
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: input.isRequired ? "test-suite-required" : "test-suite-made-optional",
      target: suite.name,
    });
    return { suiteId: suite.id, isRequired: input.isRequired };
  });

/** Deletes the suite with its tests. A required one must be made optional first, by somebody who may. */
export const deleteSuite = workspaceProcedure("test.deleteSuite")
  .input(z.strictObject({ suiteId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const suite = await getSuite(ctx.tx, { workspaceId: ctx.workspaceId, suiteId: input.suiteId });
    if (suite.isRequired) throw new AppError("conflict", { reason: "suite_required" });
    await ctx.tx`delete from test_suite where id = ${suite.id}`;
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "test-suite-deleted",
      target: suite.name,
    });
    return { suiteId: suite.id };
  });
