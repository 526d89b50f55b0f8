import { z } from "zod";
import { compareReleases } from "#server/knowledge/faq/release/compare-releases.ts";
import { findReleaseState } from "#server/knowledge/faq/release/find-release-state.ts";
import { listReleases } from "#server/knowledge/faq/release/list-releases.ts";
import { releaseBase } from "#server/knowledge/faq/release/release-base.ts";
import { rollBackBase } from "#server/knowledge/faq/release/roll-back-base.ts";
import { deleteTest, listTests } from "#server/knowledge/learning/tests/list-tests.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceAction, workspaceProcedure } from "../procedures.ts";
import { noteSchema } from "./entry-schemas.ts";

const number = z.int().min(1);

export const listReleasesProcedure = workspaceProcedure("knowledge.releases")
  .input(z.strictObject({ baseId: z.uuid(), cursor: number.nullish(), ...pagingDirection }))
  .query(({ ctx, input }) =>
    listReleases(ctx.tx, {
      workspaceId: ctx.workspaceId,
      baseId: input.baseId,
      before: input.cursor ?? null,
    }),
  );

export const compareReleasesProcedure = workspaceProcedure("knowledge.compareReleases")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      from: number.nullable(),
      to: z.union([number, z.literal("next")]),
    }),
  )
  .query(({ ctx, input }) => compareReleases(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

/** Answers when customers get it; `knowledge.releaseProgress` tells meanwhile how far it is, and afterwards if it was interrupted. */
export const releaseProcedure = workspaceAction("knowledge.release")
  .input(z.strictObject({ baseId: z.uuid(), note: noteSchema, acceptFailing: z.boolean().default(false) }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor, inWorkspace } = ctx;
    const released = await releaseBase(inWorkspace, {
      ...{ workspaceId, actor, ...input },
      announce: (news) => ctx.consoleBus.publish(input.baseId, news),
    });
    if (released.type === "released") ctx.forgetKnowledge();
    return released;
  });

export const getReleaseProgress = workspaceProcedure("knowledge.releaseProgress")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => findReleaseState(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const rollBackBaseProcedure = workspaceProcedure("knowledge.rollBack")
  .input(z.strictObject({ baseId: z.uuid(), number, note: noteSchema }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const answer = await rollBackBase(ctx.tx, { workspaceId, actor, ...input });
    ctx.afterCommit(ctx.forgetKnowledge);
    return answer;
  });

/** The questions that a release must answer, each with its entry. */
export const listTestsProcedure = workspaceProcedure("knowledge.tests")
  .input(z.strictObject({ baseId: z.uuid(), cursor: z.uuid().nullish(), ...pagingDirection }))
  .query(({ ctx, input }) =>
    listTests(ctx.tx, {
      workspaceId: ctx.workspaceId,
      baseId: input.baseId,
      before: input.cursor ?? null,
    }),
  );

export const deleteTestProcedure = workspaceProcedure("knowledge.deleteTest")
  .input(z.strictObject({ testId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    await deleteTest(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    return input;
  });
