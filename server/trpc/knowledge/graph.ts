import { z } from "zod";
import { DECISIONS_MAX, decideDocument, decideFacts } from "#server/knowledge/graph/decide-facts.ts";
import { getMap } from "#server/knowledge/graph/get-map.ts";
import { getEntity, listEntities, listGraphNames } from "#server/knowledge/graph/list-entities.ts";
import { GRAPH_STATES, listFactSources, listFacts } from "#server/knowledge/graph/list-facts.ts";
import { mergeEntities, separateEntity } from "#server/knowledge/graph/merge-entities.ts";
import { addFact, updateEntity, updateFact } from "#server/knowledge/graph/write-graph.ts";
import { workspaceProcedure } from "../procedures.ts";

const PAGES_MAX = 1_000;
const DOUBLES_MAX = 200;

const state = z.enum(GRAPH_STATES);
const word = z.string().trim().min(1).max(120);
const search = z.string().trim().max(200).default("");
const page = z.int().min(0).max(PAGES_MAX).default(0);
const named = z.strictObject({ type: word, name: word });
const said = z.strictObject({
  subject: named,
  predicate: word,
  object: z.union([
    z.strictObject({ value: z.string().trim().min(1).max(1_000) }),
    z.strictObject({ entity: named }),
  ]),
});

const facts = workspaceProcedure("knowledge.graph.facts")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      state: state.nullable().default(null),
      documentId: z
        .union([z.uuid(), z.literal("none")])
        .nullable()
        .default(null),
      isSourceChanged: z.boolean().default(false),
      search,
      page,
    }),
  )
  .query(({ ctx, input }) => listFacts(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const sources = workspaceProcedure("knowledge.graph.sources")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => listFactSources(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const entities = workspaceProcedure("knowledge.graph.entities")
  .input(
    z.strictObject({
      ...{ baseId: z.uuid(), search, page },
      type: word.nullable().default(null),
      state: state.nullable().default("accepted"),
    }),
  )
  .query(({ ctx, input }) => listEntities(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const entity = workspaceProcedure("knowledge.graph.entity")
  .input(z.strictObject({ entityId: z.uuid() }))
  .query(({ ctx, input }) => getEntity(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const map = workspaceProcedure("knowledge.graph.map")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      type: word.nullable().default(null),
      around: z.uuid().nullable().default(null),
    }),
  )
  .query(({ ctx, input }) => getMap(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const names = workspaceProcedure("knowledge.graph.names")
  .input(z.strictObject({ baseIds: z.array(z.uuid()).max(20) }))
  .query(({ ctx, input }) => listGraphNames(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

/** Takes and puts away facts, many at once; the answer takes it back. */
const decide = workspaceProcedure("knowledge.graph.decide")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      decisions: z
        .array(z.strictObject({ factId: z.uuid(), state }))
        .min(1)
        .max(DECISIONS_MAX),
    }),
  )
  .mutation(({ ctx, input }) =>
    decideFacts(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const decideAll = workspaceProcedure("knowledge.graph.decideAll")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      documentId: z.uuid().nullable(),
      state: z.enum(["accepted", "rejected"]),
    }),
  )
  .mutation(({ ctx, input }) =>
    decideDocument(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const add = workspaceProcedure("knowledge.graph.addFact")
  .input(z.strictObject({ baseId: z.uuid(), fact: said }))
  .mutation(({ ctx, input }) =>
    addFact(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const update = workspaceProcedure("knowledge.graph.updateFact")
  .input(
    z.strictObject({
      factId: z.uuid(),
      doubleIds: z.array(z.uuid()).max(DOUBLES_MAX).default([]),
      fact: said,
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await updateFact(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return { factId: input.factId };
  });

const changeEntity = workspaceProcedure("knowledge.graph.updateEntity")
  .input(
    z.strictObject({
      entityId: z.uuid(),
      type: word,
      name: word,
      aliases: z.array(word).max(20).default([]),
      state: state.default("accepted"),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await updateEntity(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return { entityId: input.entityId };
  });

/** Says that a thing is the same as another, by which it goes from now on. */
const merge = workspaceProcedure("knowledge.graph.merge")
  .input(z.strictObject({ entityId: z.uuid(), intoId: z.uuid() }))
  .mutation(({ ctx, input }) =>
    mergeEntities(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

const separate = workspaceProcedure("knowledge.graph.separate")
  .input(z.strictObject({ entityId: z.uuid() }))
  .mutation(({ ctx, input }) =>
    separateEntity(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

/** As `knowledge.graph.*`. */
export const graphProcedures = {
  ...{ facts, sources, entities, entity, map, names, decide, decideAll },
  addFact: add,
  updateFact: update,
  updateEntity: changeEntity,
  ...{ merge, separate },
};
