import { createSecretBox } from "../auth/secret-box.ts";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import type { Chore } from "../jobs/queue/start-background.ts";
import { findOpenDocuments } from "../knowledge/documents/ingest/find-open-documents.ts";
import { performIngestion } from "../knowledge/documents/ingest/perform-ingestion.ts";
import { findDueBases } from "../knowledge/embedding/find-due-bases.ts";
import type { LocalModels } from "../knowledge/embedding/local/create-local-models.ts";
import { createRenewal } from "../knowledge/embedding/local/renew-local-providers.ts";
import { performEmbedding } from "../knowledge/embedding/perform-embedding.ts";
import { findLooseFiles, removeLooseFiles } from "../knowledge/faq/loose-files.ts";
import { findChangedWords } from "../knowledge/faq/words/find-changed-words.ts";
import { releaseWords } from "../knowledge/faq/words/release-words.ts";
import { findOpenReadings, readGraph } from "../knowledge/graph/read/read-graph.ts";
import { performLearning } from "../knowledge/learning/run/perform-learning.ts";
import {
  findOpenRuns as findLearningRuns,
  planNightlyRuns,
  toNightBegan,
} from "../knowledge/learning/run/start-run.ts";
import { checkBase } from "../knowledge/quality/checks/check-base.ts";
import { findUncheckedBases } from "../knowledge/quality/checks/find-unchecked-bases.ts";
import { settleLoneLabels } from "../knowledge/quality/labels/settle-lone-labels.ts";
import { refreshTasks } from "../knowledge/quality/tasks/refresh-tasks.ts";
import type { ConsoleBus } from "../live/console-bus.ts";
import type { Logger } from "../log.ts";
import { createOutboundClient } from "../net/create-outbound-client.ts";
import { findOpenRuns } from "../testing/find-open-runs.ts";
import { performRun } from "../testing/perform-run.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

type ChoreDeps = {
  readonly env: Pick<Env, "EGRESS_ALLOW_CIDR" | "AUTH_SECRET">;
  readonly sql: Sql;
  readonly log: Logger;
  readonly models: LocalModels;
  readonly consoleBus: ConsoleBus;
  readonly forgetKnowledge: () => void;
};

/** What is done beside customers' turns. Whatever takes a core goes one at a time: more would take it from the turns. */
export function listChores({
  env,
  sql,
  log,
  models,
  consoleBus,
  forgetKnowledge,
}: ChoreDeps): readonly Chore[] {
  const outbound = createOutboundClient({ allowCidr: env.EGRESS_ALLOW_CIDR });
  const secretBox = createSecretBox(env.AUTH_SECRET);
  const renewal = createRenewal({ sql, log, outbound, models });
  const tellBase = (type: "documents-changed" | "graph-changed" | "vectors-changed") => (baseId: string) =>
    consoleBus.publish(baseId, { type });
  return [
    {
      ...{ name: "testing", atOnce: 1, sweepMs: 2 * SECOND, find: () => findOpenRuns(sql) },
      perform: (runId, stop) => performRun({ sql, log, stop }, runId),
    },
    {
      // Each reading is a process that may take half a gigabyte besides.
      ...{ name: "ingestion", atOnce: 1, sweepMs: 2 * SECOND, find: () => findOpenDocuments(sql) },
      perform: (documentId, stop) =>
        performIngestion({ sql, log, outbound, stop, tell: tellBase("documents-changed") }, documentId),
    },
    {
      // Facts are looked for in what has just been read or corrected.
      ...{ name: "graph", atOnce: 1, sweepMs: 2 * SECOND, find: () => findOpenReadings(sql) },
      perform: (documentId) => readGraph({ sql, log, tell: tellBase("graph-changed") }, documentId),
    },
    {
      // It waits for a provider, or for the one thread that computes vectors, nearly all of the time.
      ...{ name: "embedding", atOnce: 4, sweepMs: 2 * SECOND, find: () => findDueBases(sql) },
      perform: (baseId, stop) =>
        performEmbedding(
          { sql, log, outbound, models, secretBox, stop, tell: tellBase("vectors-changed") },
          baseId,
        ),
    },
    {
      // Apart from the embedding, as trying a changed model takes seconds.
      ...{ name: "models", atOnce: 1, sweepMs: 5 * SECOND },
      find: async () => {
        await renewal.renew();
        return [];
      },
      perform: async () => {},
    },
    {
      ...{ name: "words", atOnce: 1, sweepMs: 5 * SECOND, find: () => findChangedWords(sql) },
      perform: async (baseId) => {
        if (await releaseWords(sql, baseId)) forgetKnowledge();
      },
    },
    {
      ...{ name: "learning", atOnce: 1, sweepMs: 2 * SECOND, find: () => findLearningRuns(sql) },
      perform: (runId, stop) => performLearning({ sql, log, outbound, models, secretBox, stop }, runId),
    },
    {
      ...{ name: "nights", atOnce: 1, sweepMs: MINUTE },
      find: async () => {
        await planNightlyRuns(sql, toNightBegan(new Date()));
        return [];
      },
      perform: async () => {},
    },
    {
      // Soon enough that an editor sees in the same minute what a change has done.
      ...{ name: "checks", atOnce: 1, sweepMs: 10 * SECOND },
      find: async () => (await findUncheckedBases(sql)).map(({ baseId }) => baseId),
      perform: async (baseId) => {
        const [base] = await findUncheckedBases(sql, baseId);
        if (!base) return;
        await checkBase(sql, base);
        await refreshTasks(sql, new Date());
      },
    },
    {
      ...{ name: "attachments", atOnce: 1, sweepMs: HOUR, find: () => findLooseFiles(sql) },
      perform: async (baseId) => {
        const { removed } = await removeLooseFiles(sql, baseId);
        if (removed > 0) log.info({ baseId, removed }, "attachments that were never saved were removed");
      },
    },
    {
      // What only time does, such as a day that passes, may be noticed this late.
      ...{ name: "tasks", atOnce: 1, sweepMs: MINUTE, find: async () => ["all"] },
      perform: async () => {
        await settleLoneLabels(sql);
        await refreshTasks(sql, new Date());
      },
    },
  ];
}
