import { z } from "zod";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import { findOpenDocuments } from "../knowledge/documents/ingest/find-open-documents.ts";
import { performIngestion } from "../knowledge/documents/ingest/perform-ingestion.ts";
import { findOpenReadings, readGraph } from "../knowledge/graph/read/read-graph.ts";
import type { Logger } from "../log.ts";
import { createOutboundClient } from "../net/create-outbound-client.ts";

const QUEUE = "ingestion";
/** Each reading is a process that may take a core and half a gigabyte. */
const CONCURRENCY = 1;
const SWEEP_MS = 2_000;

const jobSchema = z.strictObject({ documentId: z.uuid() });

export type Ingestion = {
  /** Called after the commit that queued the document; a lost call costs one sweep. */
  wake(documentId: string): void;
  /** Begins no more readings; the one under way is given to the next worker. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type IngestionDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE" | "EGRESS_ALLOW_CIDR">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly log: Logger;
};

/** Reads documents in the background: every process can queue one, those that work on jobs read them. */
export function startIngestion({ env, sql, databaseUrl, log }: IngestionDeps): Ingestion {
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const wake = (documentId: string): void => void queue.add("read", { documentId }, { jobId: documentId });
  if (env.JIEDA_ROLE === "web") return { wake, drain: async () => {}, close: queue.close };

  const stopping = new AbortController();
  const outbound = createOutboundClient({ allowCidr: env.EGRESS_ALLOW_CIDR });
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: async (job) => {
      const { documentId } = jobSchema.parse(job.data);
      await performIngestion({ sql, log, outbound, stop: stopping.signal }, documentId);
      await readGraph({ sql, log }, documentId);
    },
  });
  const sweeping = setInterval(() => {
    for (const find of [findOpenDocuments, findOpenReadings])
      find(sql).then(
        (documentIds) => documentIds.forEach(wake),
        (error: unknown) => log.warn({ err: error }, "open documents were not looked for"),
      );
  }, SWEEP_MS);
  return {
    wake,
    drain: async () => {
      clearInterval(sweeping);
      stopping.abort();
      await worker.close();
    },
    close: queue.close,
  };
}
