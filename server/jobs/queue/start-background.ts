import { z } from "zod";
import type { Logger } from "../../log.ts";
import { createJobQueue } from "./create-job-queue.ts";
import { createJobWorker } from "./create-job-worker.ts";
import type { JobConnection } from "./job-connection.ts";

/**
 * Work beside customers' turns: rows say what is to be done, jobs only wake.
 *
 * B1. One queue for all chores: each queue costs connections, of which the built-in database has few.
 * B2. A chore does at most `atOnce` rows of a process at once; what comes above that is kept by its id and done when one has ended.
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
  const seats = new Map(chores.map((chore) => [chore.name, createSeats(chore, stopping.signal, log)]));
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    // One seat more than all chores can take: a look for work never waits for work.
    concurrency: chores.reduce((sum, { atOnce }) => sum + atOnce, 1),
    handle: async (job) => {
      const { chore: name, id } = jobSchema.parse(job.data);
      const seat = seats.get(name);
      // A chore of a newer program is left to it.
      if (!seat) return;
      await (id === null ? sweep(seat.chore) : seat.perform(id));
    },
  });
  const sweeping = chores.map((chore) => setInterval(() => void sweep(chore), chore.sweepMs));
  return {
    wake,
    drain: async () => {
      sweeping.forEach(clearInterval);
      stopping.abort();
      await worker.close();
      await Promise.all([...seats.values()].map((seat) => seat.end()));
    },
    close: queue.close,
  };
}

/**
 * The seats of one chore. An id that finds none is kept here and not asked of the queue again: its job is ending at that moment, and the queue takes
 * a second job of that name for the same one and drops it. A job ends with its own row: were it open any longer, its id could not be woken.
 */
function createSeats(chore: Chore, stop: AbortSignal, log: Logger) {
  const waiting = new Set<string>();
  const underWay = new Map<string, Promise<void>>();

  const seat = (id: string): Promise<void> => {
    const work = chore.perform(id, stop).finally(() => {
      underWay.delete(id);
      const [next] = waiting;
      if (next === undefined || stop.aborted) return;
      waiting.delete(next);
      seat(next).catch((error: unknown) =>
        log.warn({ err: error, chore: chore.name, id: next }, "work failed"),
      );
    });
    underWay.set(id, work);
    return work;
  };
  return {
    chore,
    perform: async (id: string): Promise<void> => {
      if (underWay.has(id) || underWay.size >= chore.atOnce) waiting.add(id);
      else await seat(id);
    },
    /** Of what no job holds open any more, too. */
    end: async (): Promise<void> => {
      await Promise.allSettled(underWay.values());
    },
  };
}
