import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import { checkBase } from "../knowledge/quality/checks/check-base.ts";
import { findUncheckedBases } from "../knowledge/quality/checks/find-unchecked-bases.ts";
import { settleLoneLabels } from "../knowledge/quality/labels/settle-lone-labels.ts";
import { refreshTasks } from "../knowledge/quality/tasks/refresh-tasks.ts";
import type { Logger } from "../log.ts";

const QUEUE = "upkeep";
/** A check is computing in a thread of its own: more at once would take the cores from customers' turns. */
const CONCURRENCY = 1;
/** Soon enough that an editor sees in the same minute what a change has done. */
const SWEEP_MS = 10_000;
/** What only time does, such as a day that passes, may be noticed this late. */
const TASKS_MS = 60_000;

export type Upkeep = {
  /** Takes no more work; the check under way ends. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type UpkeepDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly log: Logger;
};

/** Checks what has changed in knowledge bases and keeps the list of tasks for their keepers, in those processes that work on jobs. */
export function startUpkeep({ env, sql, databaseUrl, log }: UpkeepDeps): Upkeep {
  if (env.JIEDA_ROLE === "web") return { drain: async () => {}, close: async () => {} };
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: async () => {
      for (const base of await findUncheckedBases(sql)) {
        await checkBase(sql, base).catch((error: unknown) =>
          log.warn({ err: error, baseId: base.baseId }, "a base was not checked this time"),
        );
      }
      await settleLoneLabels(sql);
      await refreshTasks(sql, new Date());
    },
  });
  const wake = (): void => void queue.add("look", {}, { jobId: "look" });
  const sweeping = setInterval(() => {
    findUncheckedBases(sql).then(
      (bases) => bases.length > 0 && wake(),
      (error: unknown) => log.warn({ err: error }, "changed bases were not looked for"),
    );
  }, SWEEP_MS);
  const watching = setInterval(wake, TASKS_MS);
  return {
    drain: async () => {
      clearInterval(sweeping);
      clearInterval(watching);
      await worker.close();
    },
    close: queue.close,
  };
}
