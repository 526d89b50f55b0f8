import { z } from "zod";
import { createSecretBox } from "../auth/secret-box.ts";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import { findDueBases } from "../knowledge/embedding/find-due-bases.ts";
import { performEmbedding } from "../knowledge/embedding/perform-embedding.ts";
import type { Logger } from "../log.ts";
import { createOutboundClient } from "../net/create-outbound-client.ts";

const QUEUE = "embedding";
/** Each waits for its provider nearly all of the time. */
const CONCURRENCY = 4;
const SWEEP_MS = 2_000;

const jobSchema = z.strictObject({ baseId: z.uuid() });

export type Embedding = {
  /** Begins nothing more; what is under way is given to the next worker. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type EmbeddingDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE" | "EGRESS_ALLOW_CIDR" | "AUTH_SECRET">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly log: Logger;
};

/** Turns texts of bases into vectors in the background, in processes that work on jobs. A sweep sees what is due; nobody needs to call. */
export function startEmbedding({ env, sql, databaseUrl, log }: EmbeddingDeps): Embedding {
  if (env.JIEDA_ROLE === "web") return { drain: async () => {}, close: async () => {} };
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const stopping = new AbortController();
  const outbound = createOutboundClient({ allowCidr: env.EGRESS_ALLOW_CIDR });
  const secretBox = createSecretBox(env.AUTH_SECRET);
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: (job) =>
      performEmbedding(
        { sql, log, outbound, secretBox, stop: stopping.signal },
        jobSchema.parse(job.data).baseId,
      ),
  });
  const sweeping = setInterval(() => {
    findDueBases(sql).then(
      (baseIds) => baseIds.forEach((baseId) => void queue.add("embed", { baseId }, { jobId: baseId })),
      (error: unknown) => log.warn({ err: error }, "bases without vectors were not looked for"),
    );
  }, SWEEP_MS);
  return {
    drain: async () => {
      clearInterval(sweeping);
      stopping.abort();
      await worker.close();
    },
    close: queue.close,
  };
}
