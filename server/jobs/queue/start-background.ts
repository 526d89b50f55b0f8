import { z } from "zod";
import type { Logger } from "../../log.ts";
import { createJobQueue } from "./create-job-queue.ts";
import { createJobWorker } from "./create-job-worker.ts";
import type { JobConnection } from "./job-connection.ts";

/**
 * Work beside customers' turns: rows say what is to be done, jobs only wake.
 *
 * B1. One queue for all chores: each queue costs connections, of which the built-in database has few.
 * B2. A chore takes at most `atOnce` jobs of a process; what comes above that is looked for again when one has ended.
 * B3. A wake-up that was lost costs one sweep. Work that fails is found by the next sweep, as its row says.
 */

export type Chore = {
  readonly name: string;
  readonly atOnce: number;
  readonly sweepMs: number;
  /** What is to be done, by its id; called at every sweep. */
  find(): Promise<readonly string[]>;
  /** `stop` aborts when the process drains: what was begun is given back. May be called twice for one id, also by two processes. */
  perform(id: string, stop: AbortSignal): Promise<void>;
};

export type Background = {
  /** Called after the commit that made the work. Without an id the chore looks for it itself. */
  wake(chore: string, id?: string): void;
  /** Begins nothing more; what is under way ends or is given back. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

const QUEUE = "background";

const jobSchema = z.strictObject({ chore: z.string(), id: z.string().nullable() });

type BackgroundOptions = {
  readonly connection: JobConnection;
  readonly log: Logger;
  /** A process that only serves pages wakes others and does nothing itself. */
  readonly isWorking: boolean;
  readonly chores: readonly Chore[];
};

export function startBackground({ connection, log, isWorking, chores }: BackgroundOptions): Background {
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const wake: Background["wake"] = (chore, id) => {
    // Without a name of its own, each such call is a job: one that runs already may have looked before the commit.
    const once = id === undefined ? {} : { jobId: `${chore}.${id}` };
    void queue.add(chore, { chore, id: id ?? null }, once);
  };
  if (!isWorking) return { wake, drain: async () => {}, close: queue.close };

  const stopping = new AbortController();
  const sweep = async (chore: Chore): Promise<void> => {
    try {
      const ids = await chore.find();
      if (!stopping.signal.aborted) for (const id of ids) wake(chore.name, id);
    } catch (error) {
      log.warn({ err: error, chore: chore.name }, "open work was not looked for");
    }
  };
  const seats = new Map(chores.map((chore) => [chore.name, { chore, taken: 0, hasTurnedAway: false }]));
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    // One seat more than all chores can take: a look for work never waits for work.
    concurrency: chores.reduce((sum, { atOnce }) => sum + atOnce, 1),
    handle: async (job) => {
      const { chore: name, id } = jobSchema.parse(job.data);
      const seat = seats.get(name);
      // A chore of a newer program is left to it.
      if (!seat) return;
      if (id === null) return sweep(seat.chore);
      if (seat.taken >= seat.chore.atOnce) {
        seat.hasTurnedAway = true;
        return;
      }
      seat.taken += 1;
      try {
        await seat.chore.perform(id, stopping.signal);
      } finally {
        seat.taken -= 1;
        if (seat.hasTurnedAway) void sweep(seat.chore);
        seat.hasTurnedAway = false;
      }
    },
  });
  const sweeping = chores.map((chore) => setInterval(() => void sweep(chore), chore.sweepMs));
  return {
    wake,
    drain: async () => {
      sweeping.forEach(clearInterval);
      stopping.abort();
      await worker.close();
    },
    close: queue.close,
  };
}
