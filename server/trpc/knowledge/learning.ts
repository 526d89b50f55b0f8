import { z } from "zod";
import { LEARNING_SIGNALS } from "#drizzle/schema/learning.ts";
import { LOCALES } from "#flows/kernel/text.ts";
import { acceptAsEntry } from "#server/knowledge/learning/decide/accept-as-entry.ts";
import { acceptAsSimilar } from "#server/knowledge/learning/decide/accept-as-similar.ts";
import { ignoreClusters } from "#server/knowledge/learning/decide/ignore-clusters.ts";
import { mergeClusters } from "#server/knowledge/learning/decide/merge-clusters.ts";
import { splitCluster } from "#server/knowledge/learning/decide/split-cluster.ts";
import { undoDecision } from "#server/knowledge/learning/decide/undo-decision.ts";
import { getCluster } from "#server/knowledge/learning/read/get-cluster.ts";
import { getLearningStatus } from "#server/knowledge/learning/read/get-status.ts";
import { listClusters } from "#server/knowledge/learning/read/list-clusters.ts";
import { listDecisions } from "#server/knowledge/learning/read/list-decisions.ts";
import { startRun } from "#server/knowledge/learning/run/start-run.ts";
import { assertBot } from "../comment/assert-bot.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceAction, workspaceProcedure } from "../procedures.ts";

const CLUSTERS_MAX = 50;
const TEXTS_MAX = 200;
const DAYS_MAX = 365;

const clusterId = z.uuid();
const text = z.string().trim().min(1).max(500);

/** What went badly and waits for somebody, as `knowledge.learning.*`. */
export const learningProcedures = {
  clusters: workspaceProcedure("knowledge.learning.clusters")
    .input(
      z.strictObject({
        days: z.int().min(1).max(DAYS_MAX).default(30),
        botId: z.uuid().nullable().default(null),
        signal: z.enum(LEARNING_SIGNALS).nullable().default(null),
        page: z.int().min(0).max(1_000).default(0),
      }),
    )
    .query(async ({ ctx, input }) => {
      if (input.botId !== null) await assertBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
      return listClusters(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    }),

  cluster: workspaceProcedure("knowledge.learning.cluster")
    .input(z.strictObject({ clusterId }))
    .query(({ ctx, input }) => getCluster(ctx.tx, { workspaceId: ctx.workspaceId, ...input })),

  status: workspaceProcedure("knowledge.learning.status").query(({ ctx }) =>
    getLearningStatus(ctx.tx, ctx.workspaceId),
  ),

  /** Looks through the talks at once instead of tonight. */
  look: workspaceProcedure("knowledge.learning.look").mutation(async ({ ctx }) => {
    const run = await startRun(ctx.tx, ctx.workspaceId);
    ctx.afterCommit(() => ctx.background.wake("learning", run.runId));
    return run;
  }),

  newEntry: workspaceProcedure("knowledge.learning.newEntry")
    .input(
      z.strictObject({
        ...{ clusterId, baseId: z.uuid(), locale: z.enum(LOCALES), question: text },
        similar: z.array(text).max(TEXTS_MAX).default([]),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { workspaceId, actor } = ctx;
      return acceptAsEntry(ctx.tx, { workspaceId, actor, ...input });
    }),

  addSimilar: workspaceAction("knowledge.learning.addSimilar")
    .input(z.strictObject({ clusterId, entryId: z.uuid(), texts: z.array(text).min(1).max(TEXTS_MAX) }))
    .mutation(({ ctx, input }) => {
      const { workspaceId, actor, inWorkspace } = ctx;
      return acceptAsSimilar(inWorkspace, { workspaceId, actor, ...input });
    }),

  ignore: workspaceProcedure("knowledge.learning.ignore")
    .input(z.strictObject({ clusterIds: z.array(clusterId).min(1).max(CLUSTERS_MAX) }))
    .mutation(({ ctx, input }) => {
      const { workspaceId, actor } = ctx;
      return ignoreClusters(ctx.tx, { workspaceId, actor, clusterIds: [...new Set(input.clusterIds)] });
    }),

  merge: workspaceProcedure("knowledge.learning.merge")
    .input(z.strictObject({ clusterIds: z.array(clusterId).min(2).max(CLUSTERS_MAX) }))
    .mutation(({ ctx, input }) => {
      const { workspaceId, actor } = ctx;
      return mergeClusters(ctx.tx, { workspaceId, actor, ...input });
    }),

  split: workspaceProcedure("knowledge.learning.split")
    .input(z.strictObject({ clusterId, keys: z.array(z.string().min(1).max(500)).min(1).max(TEXTS_MAX) }))
    .mutation(({ ctx, input }) => {
      const { workspaceId, actor } = ctx;
      return splitCluster(ctx.tx, { workspaceId, actor, ...input });
    }),

  undo: workspaceProcedure("knowledge.learning.undo")
    .input(z.strictObject({ decisionId: z.uuid() }))
    .mutation(({ ctx, input }) => {
      const { workspaceId, actor } = ctx;
      return undoDecision(ctx.tx, { workspaceId, actor, ...input });
    }),

  decisions: workspaceProcedure("knowledge.learning.decisions")
    .input(z.strictObject({ cursor: z.uuid().nullish(), ...pagingDirection }))
    .query(({ ctx, input }) =>
      listDecisions(ctx.tx, { workspaceId: ctx.workspaceId, before: input.cursor ?? null }),
    ),
};
