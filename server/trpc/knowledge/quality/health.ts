import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { deleteTerm, listGlossary, saveTerm } from "#server/knowledge/quality/glossary/glossary.ts";
import { COUNT_MIN, TARGETS } from "#server/knowledge/quality/health/judge-measure.ts";
import { listFailing } from "#server/knowledge/quality/health/list-failing.ts";
import { measureLabels } from "#server/knowledge/quality/health/measure-labels.ts";
import { measureReadiness } from "#server/knowledge/quality/health/measure-readiness.ts";
import { measureConsistency, measureTimeliness } from "#server/knowledge/quality/health/measure-upkeep.ts";
import { workspaceProcedure } from "../../procedures.ts";

const DAY_MS = 86_400_000;

/** Five measures of a time, each with its count, its interval and the brief's target. */
const measures = workspaceProcedure("knowledge.health.measures")
  .input(z.strictObject({ days: z.int().min(1).max(730) }))
  .query(async ({ ctx: { tx, workspaceId }, input }) => {
    const to = new Date();
    const window = { workspaceId, from: new Date(to.getTime() - input.days * DAY_MS), to };
    const labels = await measureLabels(tx, window);
    const consistency = await measureConsistency(tx, workspaceId);
    const timeliness = await measureTimeliness(tx, window);
    return { countMin: COUNT_MIN, targets: TARGETS, ...labels, consistency, timeliness };
  });

const readiness = workspaceProcedure("knowledge.health.readiness").query(({ ctx }) =>
  measureReadiness(ctx.tx, { workspaceId: ctx.workspaceId, now: new Date() }),
);

const failing = workspaceProcedure("knowledge.health.failing")
  .input(
    z.strictObject({
      page: z.int().min(0).max(1_000).default(0),
      pageSize: z.int().min(1).max(100).default(20),
    }),
  )
  .query(({ ctx, input }) => listFailing(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const healthProcedures = { measures, readiness, failing };

const word = z.string().trim().min(1).max(50);

const termSchema = z
  .strictObject({
    termId: z.uuid().nullable(),
    locale: z.enum(LOCALES),
    preferred: word,
    forbidden: z.array(word).min(1).max(20),
    note: z.string().trim().max(200).default(""),
  })
  // A word that must and must not be used could never be right.
  .refine(({ preferred, forbidden }) =>
    forbidden.every((one) => one.toLowerCase() !== preferred.toLowerCase()),
  );

const glossary = workspaceProcedure("knowledge.glossary.list").query(({ ctx }) =>
  listGlossary(ctx.tx, ctx.workspaceId),
);

const save = workspaceProcedure("knowledge.glossary.save")
  .input(termSchema)
  .mutation(async ({ ctx, input }) => {
    const saved = await saveTerm(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    ctx.afterCommit(() => ctx.background.wake("checks"));
    return saved;
  });

const remove = workspaceProcedure("knowledge.glossary.delete")
  .input(z.strictObject({ termId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    await deleteTerm(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    ctx.afterCommit(() => ctx.background.wake("checks"));
    return input;
  });

export const glossaryProcedures = { list: glossary, save, delete: remove };
