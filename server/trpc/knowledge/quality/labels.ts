import { z } from "zod";
import { drawSample } from "#server/knowledge/quality/labels/draw-sample.ts";
import { findEntries } from "#server/knowledge/quality/labels/find-entries.ts";
import { listItems } from "#server/knowledge/quality/labels/list-items.ts";
import { assertSample, deleteSample, listSamples } from "#server/knowledge/quality/labels/list-samples.ts";
import { measureAgreement } from "#server/knowledge/quality/labels/measure-agreement.ts";
import { nextItem } from "#server/knowledge/quality/labels/next-item.ts";
import { adjudicate, saveLabel, skipItem, undoLabel } from "#server/knowledge/quality/labels/save-label.ts";
import { workspaceProcedure } from "../../procedures.ts";

const SIZE_MAX = 500;
const DAYS_MAX = 365;
const RELEVANT_MAX = 5;

const relevantSchema = z
  .array(
    z.strictObject({
      /** An entry's id, a passage's, or the name of an entry that stands in a bot. */
      entryId: z.string().min(1).max(100),
      question: z.string().max(500),
      grade: z.union([z.literal(1), z.literal(2)]),
    }),
  )
  .max(RELEVANT_MAX)
  .refine((relevant) => new Set(relevant.map(({ entryId }) => entryId)).size === relevant.length);

const labelSchema = z.strictObject({
  itemId: z.uuid(),
  scope: z.enum(["yes", "no", "unsure"]),
  verdict: z.enum(["right", "partly", "wrong", "none", "unsure"]),
  relevant: relevantSchema.nullable(),
  note: z.string().trim().max(1_000).default(""),
});

const samples = workspaceProcedure("knowledge.label.samples").query(({ ctx }) =>
  listSamples(ctx.tx, { workspaceId: ctx.workspaceId, userId: ctx.actor.id }),
);

const draw = workspaceProcedure("knowledge.label.draw")
  .input(
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      botId: z.uuid().nullable(),
      days: z.int().min(1).max(DAYS_MAX),
      size: z.int().min(1).max(SIZE_MAX),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .nullable()
        .default(null),
      annotators: z.union([z.literal(1), z.literal(2)]).default(2),
    }),
  )
  .mutation(({ ctx, input: { days, ...input } }) => {
    const to = new Date();
    const from = new Date(to.getTime() - days * 86_400_000);
    return drawSample(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, from, to, ...input });
  });

const remove = workspaceProcedure("knowledge.label.deleteSample")
  .input(z.strictObject({ sampleId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    await deleteSample(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return input;
  });

const ofSample = { sampleId: z.uuid().nullable().default(null) };

/** A mutation, since it takes the item for the caller. */
const next = workspaceProcedure("knowledge.label.next")
  .input(z.strictObject(ofSample))
  .mutation(async ({ ctx, input: { sampleId } }) => {
    const { workspaceId } = ctx;
    if (sampleId !== null) await assertSample(ctx.tx, { workspaceId, sampleId });
    return nextItem(ctx.tx, { workspaceId, userId: ctx.actor.id, sampleId, now: new Date() });
  });

const save = workspaceProcedure("knowledge.label.save")
  .input(labelSchema)
  .mutation(({ ctx, input: { itemId, note, ...judgement } }) =>
    saveLabel(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, itemId, note, judgement }),
  );

const skip = workspaceProcedure("knowledge.label.skip")
  .input(z.strictObject({ itemId: z.uuid() }))
  .mutation(({ ctx, input }) =>
    skipItem(ctx.tx, { workspaceId: ctx.workspaceId, userId: ctx.actor.id, ...input }),
  );

const undo = workspaceProcedure("knowledge.label.undo")
  .input(z.strictObject({ itemId: z.uuid() }))
  .mutation(({ ctx, input }) =>
    undoLabel(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const items = workspaceProcedure("knowledge.label.items")
  .input(
    z.strictObject({
      ...ofSample,
      state: z.enum(["disputed", "settled"]),
      page: z.int().min(0).max(1_000).default(0),
      pageSize: z.int().min(1).max(50).default(20),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { workspaceId } = ctx;
    if (input.sampleId !== null) await assertSample(ctx.tx, { workspaceId, sampleId: input.sampleId });
    return listItems(ctx.tx, { workspaceId, userId: ctx.actor.id, ...input });
  });

const decide = workspaceProcedure("knowledge.label.adjudicate")
  .input(labelSchema)
  .mutation(({ ctx, input: { itemId, note, ...judgement } }) =>
    adjudicate(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, itemId, note, judgement }),
  );

const agreement = workspaceProcedure("knowledge.label.agreement")
  .input(z.strictObject(ofSample))
  .query(async ({ ctx, input: { sampleId } }) => {
    const { workspaceId } = ctx;
    if (sampleId !== null) await assertSample(ctx.tx, { workspaceId, sampleId });
    return measureAgreement(ctx.tx, { workspaceId, sampleId });
  });

const entries = workspaceProcedure("knowledge.label.entries")
  .input(z.strictObject({ search: z.string().trim().max(200).default("") }))
  .query(({ ctx, input }) => findEntries(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

/** Labels of sampled questions, as `knowledge.label.*`. */
export const labelProcedures = {
  ...{ samples, draw, next, save, skip, undo, items, agreement, entries },
  deleteSample: remove,
  adjudicate: decide,
};
