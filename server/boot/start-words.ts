import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import { findChangedWords } from "../knowledge/faq/words/find-changed-words.ts";
import { releaseWords } from "../knowledge/faq/words/release-words.ts";
import type { Logger } from "../log.ts";

const QUEUE = "words";
/** Learning takes a core for seconds. */
const CONCURRENCY = 1;
/** Only for wake-ups that were lost. */
const SWEEP_MS = 5_000;

export type Words = {
  /** Called after the commit that changed synonyms or terms; a lost call costs one sweep. */
  wake(): void;
  /** Begins no more learning; the one under way ends. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type WordsDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly forgetKnowledge: () => void;
  readonly log: Logger;
};

/** Teaches live releases the synonyms and terms that have changed: every process can ask for it, those that work on jobs do it. */
export function startWords({ env, sql, databaseUrl, forgetKnowledge, log }: WordsDeps): Words {
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const wake = (): void => void queue.add("learn", {});
  if (env.JIEDA_ROLE === "web") return { wake, drain: async () => {}, close: queue.close };

  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: async () => {
      for (const baseId of await findChangedWords(sql)) {
        const isReleased = await releaseWords(sql, baseId).catch((error: unknown) => {
          log.warn({ err: error, baseId }, "changed words were not learned this time");
          return false;
        });
        if (isReleased) forgetKnowledge();
      }
    },
  });
  const sweeping = setInterval(() => {
    findChangedWords(sql).then(
      (found) => found.length > 0 && queue.add("learn", {}, { jobId: "sweep" }),
      (error: unknown) => log.warn({ err: error }, "changed words were not looked for"),
    );
  }, SWEEP_MS);
  return {
    wake,
    drain: async () => {
      clearInterval(sweeping);
      await worker.close();
    },
    close: queue.close,
  };
}
