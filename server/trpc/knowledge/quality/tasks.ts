import { z } from "zod";
import { changeTasks, confirmReview } from "#server/knowledge/quality/tasks/change-tasks.ts";
import { countTasks, listTasks, TASK_KINDS } from "#server/knowledge/quality/tasks/list-tasks.ts";
import { workspaceProcedure } from "../../procedures.ts";

const SNOOZE_DAYS_MAX = 365;
const DAY_MS = 86_400_000;

const list = workspaceProcedure("knowledge.task.list")
  .input(
    z.strictObject({
      whose: z.enum(["mine", "all"]).default("mine"),
      kind: z.enum(TASK_KINDS).nullable().default(null),
      state: z.enum(["open", "snoozed", "closed"]).default("open"),
      page: z.int().min(0).max(1_000).default(0),
      pageSize: z.int().min(1).max(100).default(50),
    }),
  )
  .query(({ ctx, input }) =>
    listTasks(ctx.tx, { workspaceId: ctx.workspaceId, userId: ctx.actor.id, now: new Date(), ...input }),
  );

const count = workspaceProcedure("knowledge.task.count").query(({ ctx }) =>
  countTasks(ctx.tx, { workspaceId: ctx.workspaceId, userId: ctx.actor.id, now: new Date() }),
);

const changeSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("assign"), userId: z.uuid().nullable() }),
  z
    .strictObject({ type: z.literal("snooze"), days: z.int().min(1).max(SNOOZE_DAYS_MAX) })
    .transform(({ type, days }) => ({ type, until: new Date(Date.now() + days * DAY_MS) })),
  z.strictObject({ type: z.literal("wake") }),
  z.strictObject({ type: z.literal("dismiss") }),
  z.strictObject({ type: z.literal("reopen") }),
]);

const change = workspaceProcedure("knowledge.task.change")
  .input(z.strictObject({ taskIds: z.array(z.uuid()).min(1).max(100), change: changeSchema }))
  .mutation(({ ctx, input }) =>
    changeTasks(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const confirm = workspaceProcedure("knowledge.task.confirm")
  .input(z.strictObject({ taskId: z.uuid(), rev: z.int().min(1) }))
  .mutation(({ ctx: { tx, workspaceId, actor, role }, input }) =>
    confirmReview(tx, { workspaceId, actor, role, ...input }),
  );

/** What keepers should do, as `knowledge.task.*`. */
export const taskProcedures = { list, count, change, confirm };
