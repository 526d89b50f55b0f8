import { z } from "zod";
import type { NodeRegistry } from "../../flows/kernel/registry.ts";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import type { Meanings } from "../knowledge/embedding/meanings.ts";
import type { Logger } from "../log.ts";
import type { QueuedTask } from "../runtime/contract.ts";
import { createRuntime, type RuntimeHost } from "../runtime/create-runtime.ts";
import { createPostgresRelay, createRedisRelay } from "../runtime/live-relay.ts";

const QUEUE = "runtime";
/** Steps wait for models and shops far more than they compute. */
const CONCURRENCY = 16;
const DRAIN_MS = 20_000;

const wakeJobSchema = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("perform-call"), conversationId: z.uuid(), callId: z.string() }),
  z.strictObject({ name: z.literal("fire-timer"), conversationId: z.uuid(), timerId: z.string() }),
]);

export type Engine = {
  readonly runtime: RuntimeHost;
  /** Takes no more work and lets the work under way end. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type EngineDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly registry: NodeRegistry;
  /** What queued steps can ask for. */
  readonly tasks?: readonly QueuedTask[];
  readonly meanings?: Pick<Meanings, "begin">;
  readonly log: Logger;
};

/** The runtime with its queue, and, unless this process only serves pages, with the worker that the queue wakes. */
export async function startEngine({
  env,
  sql,
  databaseUrl,
  registry,
  tasks = [],
  meanings,
  log,
}: EngineDeps): Promise<Engine> {
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const runtime = createRuntime({
    ...{ sql, log, registry, tasks },
    ...(meanings === undefined ? {} : { meanings }),
    wake: async (job, { delayMs }) => {
      await queue.add(job.name, job, { delayMs });
    },
  });
  await connectProcesses(runtime, { env, sql });
  if (env.JIEDA_ROLE === "web") return { runtime, drain: () => runtime.drain(DRAIN_MS), close: queue.close };

  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: (job) => runtime.handleJob(wakeJobSchema.parse(job.data)),
  });
  runtime.startWork();
  return {
    runtime,
    drain: async () => {
      await Promise.all([worker.close(), runtime.drain(DRAIN_MS)]);
    },
    close: queue.close,
  };
}

/** One process hears itself; several tell each other what happens. */
async function connectProcesses(
  runtime: RuntimeHost,
  { env, sql }: Pick<EngineDeps, "env" | "sql">,
): Promise<void> {
  const { REDIS_URL, JIEDA_ROLE } = env;
  if (REDIS_URL) await runtime.connectRelay((deliver) => createRedisRelay(REDIS_URL, deliver));
  else if (JIEDA_ROLE !== "all") await runtime.connectRelay((deliver) => createPostgresRelay(sql, deliver));
}
