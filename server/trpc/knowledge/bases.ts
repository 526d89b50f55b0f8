import { z } from "zod";
import {
  createBase,
  deleteBase,
  listDeletedBases,
  restoreBase,
  updateBase,
} from "#server/knowledge/bases/change-base.ts";
import { findBaseUsers } from "#server/knowledge/bases/find-base-users.ts";
import { getBase } from "#server/knowledge/bases/get-base.ts";
import { listBases } from "#server/knowledge/bases/list-bases.ts";
import { workspaceProcedure } from "../procedures.ts";

const name = z.string().trim().min(1).max(80);
const description = z.string().trim().max(500);

export const listBasesProcedure = workspaceProcedure("knowledge.bases").query(({ ctx }) =>
  listBases(ctx.tx, ctx.workspaceId),
);

/** A base with the bots that answer from it. */
export const getBaseProcedure = workspaceProcedure("knowledge.base")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const key = { workspaceId: ctx.workspaceId, ...input };
    const base = await getBase(ctx.tx, key);
    return { ...base, usedBy: await findBaseUsers(ctx.tx, key) };
  });

export const createBaseProcedure = workspaceProcedure("knowledge.createBase")
  .input(z.strictObject({ name, description: description.default("") }))
  .mutation(({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    return createBase(ctx.tx, { workspaceId, actor, ...input, fourEyes: false });
  });

export const updateBaseProcedure = workspaceProcedure("knowledge.updateBase")
  .input(z.strictObject({ baseId: z.uuid(), name: name.optional(), description: description.optional() }))
  .mutation(async ({ ctx, input: { baseId, name, description } }) => {
    await updateBase(ctx.tx, {
      ...{ workspaceId: ctx.workspaceId, baseId, actor: ctx.actor },
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
    });
    return { baseId };
  });

/** Whether an entry needs a second person; only managers say so, as it binds themselves too. */
export const setFourEyes = workspaceProcedure("knowledge.setFourEyes")
  .input(z.strictObject({ baseId: z.uuid(), fourEyes: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    await updateBase(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return input;
  });

export const deleteBaseProcedure = workspaceProcedure("knowledge.deleteBase")
  .input(z.strictObject({ baseId: z.uuid(), confirmName: z.string().max(200) }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const gone = await deleteBase(ctx.tx, { workspaceId, actor, ...input });
    ctx.afterCommit(ctx.forgetKnowledge);
    return { baseId: input.baseId, ...gone };
  });

export const listDeletedBasesProcedure = workspaceProcedure("knowledge.deletedBases").query(({ ctx }) =>
  listDeletedBases(ctx.tx, ctx.workspaceId),
);

export const restoreBaseProcedure = workspaceProcedure("knowledge.restoreBase")
  .input(z.strictObject({ baseId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const back = await restoreBase(ctx.tx, { workspaceId, actor, ...input });
    ctx.afterCommit(ctx.forgetKnowledge);
    return { ...input, ...back };
  });
