import { z } from "zod";
import { caseContentSchema } from "#server/knowledge/cases/case-content.ts";
import { CASE_STATES, getCase } from "#server/knowledge/cases/case-row.ts";
import { draftCase } from "#server/knowledge/cases/draft-case.ts";
import { listCaseHistory, listCases, listCaseTags } from "#server/knowledge/cases/list-cases.ts";
import { CASE_ACTIONS, CASE_APPROVALS, moveCase } from "#server/knowledge/cases/move-case.ts";
import { createCase, deleteCase, restoreCase, updateCase } from "#server/knowledge/cases/write-case.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceProcedure } from "../procedures.ts";
import { noteSchema } from "./entry-schemas.ts";

const byId = z.strictObject({ caseId: z.uuid() });
const rev = z.int().min(1);
const ownerId = z.uuid().nullable().default(null);

const list = workspaceProcedure("knowledge.case.list")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      search: z.string().trim().max(200).default(""),
      state: z.enum(CASE_STATES).nullable().default(null),
      tag: z.string().trim().min(1).max(40).nullable().default(null),
      isDeleted: z.boolean().default(false),
      cursor: z.uuid().nullish(),
      ...pagingDirection,
    }),
  )
  .query(({ ctx, input: { cursor, direction: _, ...filter } }) =>
    listCases(ctx.tx, { workspaceId: ctx.workspaceId, ...filter, after: cursor ?? null }),
  );

const tags = workspaceProcedure("knowledge.case.tags")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => listCaseTags(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const get = workspaceProcedure("knowledge.case.get")
  .input(byId)
  .query(({ ctx, input }) => getCase(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const history = workspaceProcedure("knowledge.case.history")
  .input(byId.extend({ cursor: rev.nullish(), ...pagingDirection }))
  .query(({ ctx, input: { caseId, cursor } }) =>
    listCaseHistory(ctx.tx, { workspaceId: ctx.workspaceId, caseId, before: cursor ?? null }),
  );

/** What a talk would be as a case, with personal data masked; nothing is written. */
const draft = workspaceProcedure("knowledge.case.draft")
  .input(z.strictObject({ conversationId: z.uuid() }))
  .query(({ ctx, input }) => draftCase(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const create = workspaceProcedure("knowledge.case.create")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      caseId: z.uuid().optional(),
      content: caseContentSchema,
      ownerId,
      conversationId: z.uuid().nullable().default(null),
    }),
  )
  .mutation(({ ctx, input }) =>
    createCase(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const update = workspaceProcedure("knowledge.case.update")
  .input(byId.extend({ rev, content: caseContentSchema, ownerId }))
  .mutation(({ ctx, input }) =>
    updateCase(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const move = workspaceProcedure("knowledge.case.move")
  .input(byId.extend({ rev, action: z.enum(CASE_ACTIONS), note: noteSchema }))
  .mutation(({ ctx, input }) => {
    const { tx, workspaceId, actor, role } = ctx;
    return moveCase(tx, { workspaceId, actor, role, ...input });
  });

/** Answers for a case, or sends it back with a reason. */
const approve = workspaceProcedure("knowledge.case.approve")
  .input(byId.extend({ rev, action: z.enum(CASE_APPROVALS), note: noteSchema }))
  .mutation(({ ctx, input }) => {
    const { tx, workspaceId, actor, role } = ctx;
    return moveCase(tx, { workspaceId, actor, role, ...input });
  });

const remove = workspaceProcedure("knowledge.case.delete")
  .input(byId)
  .mutation(async ({ ctx, input }) => {
    await deleteCase(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return input;
  });

const restore = workspaceProcedure("knowledge.case.restore")
  .input(byId)
  .mutation(async ({ ctx, input }) => {
    await restoreCase(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return input;
  });

/** As `knowledge.case.*`. */
export const caseProcedures = {
  ...{ list, tags, get, history, draft, create, update, move, approve },
  delete: remove,
  restore,
};
