import type { Sql } from "postgres";
import type { Logger } from "../log.ts";
import { acceptDueTimers } from "./accept-inbound.ts";
import { findOpenCalls, findWaitingConversations } from "./find-work.ts";

/**
 * Finds work that nobody is at. It alone guarantees progress: jobs of the queue only make it faster, and losing all of them
 * costs at most one sweep (I4).
 */

const SWEEP_MS = 2_000;
/** Several workers must not sweep in step. */
const SWEEP_JITTER_MS = 400;
/** Conversations that one sweep moves at the same time. */
const CONCURRENCY = 8;
const TIMERS_MAX = 200;

export type WorkLoopDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  readonly drain: (conversationId: string) => Promise<void>;
  readonly perform: (conversationId: string, callId: string) => Promise<void>;
  readonly deliver: (conversationId: string, callId: string) => Promise<void>;
};

/** Sweeps at once and then every two seconds, one sweep at a time, until stopped. */
export function startWorkLoop(deps: WorkLoopDeps): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running = Promise.resolve();

  const schedule = (): void => {
    if (isStopped) return;
    timer = setTimeout(run, SWEEP_MS + Math.random() * SWEEP_JITTER_MS);
    timer.unref();
  };
  const run = (): void => {
    running = sweep(deps)
      .catch((error) => deps.log.warn({ err: error }, "a sweep failed; the next one tries again"))
      .then(schedule);
  };
  run();
  return {
    stop: () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
      return running;
    },
  };
}

/** One pass over timers, waiting conversations and open steps. */
export async function sweep(deps: WorkLoopDeps): Promise<void> {
  const timed = await acceptDueTimers(deps.sql, TIMERS_MAX);
  const waiting = await findWaitingConversations(deps.sql);
  const calls = await findOpenCalls(deps.sql);
  const work = [
    ...[...new Set([...timed, ...waiting])].map((id) => () => deps.drain(id)),
    ...calls.map(
      ({ conversationId, callId, state }) =>
        () =>
          state === "done" ? deps.deliver(conversationId, callId) : startStep(deps, conversationId, callId),
    ),
  ];
  await runAll(deps, work);
}

/** A step may take minutes: the sweep starts it and goes on. */
async function startStep(deps: WorkLoopDeps, conversationId: string, callId: string): Promise<void> {
  void deps
    .perform(conversationId, callId)
    .catch((error) => deps.log.warn({ err: error, conversationId, callId }, "a step failed to run"));
}

async function runAll(deps: WorkLoopDeps, work: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...work];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // One conversation's trouble must not keep the sweep from the others.
      await next().catch((error) => deps.log.warn({ err: error }, "work of a sweep failed"));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
}
