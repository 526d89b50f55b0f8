import { Worker } from "node:worker_threads";
import type { NearPhrasing } from "../../understanding/find-near-phrasings.ts";
import type { FaqCandidate } from "../../understanding/match-faq.ts";

/**
 * Answers questions about bases that are being worked on, each by a thread that has learned its draft. The event loop only
 * passes messages.
 *
 * D1. One thread a base; a changed draft gets a new one, and the old one is stopped: its answers would be about the past.
 * D2. At most `THREADS_MAX` threads; the one that was asked longest ago makes room. Nobody asks: it ends after `IDLE_MS`.
 * D3. A question whose thread ends before its answer is rejected, never left open.
 */

export type DraftQuestion =
  | { readonly type: "match"; readonly text: string }
  | { readonly type: "near"; readonly texts: readonly string[]; readonly except: string | null };

export type DraftMatch = {
  readonly outcome: "sure" | "suggest" | "none";
  readonly candidates: readonly FaqCandidate[];
  readonly reasons: { readonly terms: readonly string[]; readonly example: string } | null;
};

export type DraftAnswer =
  | { readonly type: "match"; readonly match: DraftMatch }
  | {
      readonly type: "near";
      readonly near: readonly { readonly text: string; readonly near: readonly NearPhrasing[] }[];
    };

const THREADS_MAX = 3;
const IDLE_MS = 5 * 60_000;

type Waiter = { resolve(answer: DraftAnswer): void; reject(error: Error): void };

type Seat = {
  readonly print: string;
  readonly thread: Worker;
  readonly waiting: Map<number, Waiter>;
  idle: NodeJS.Timeout;
};

const seats = new Map<string, Seat>();
let questions = 0;

/** Whether a thread has learned, or is learning, just this state of the base. */
export function knowsDraft(baseId: string, print: string): boolean {
  return seats.get(baseId)?.print === print;
}

/** Starts to learn a state of a base, as `readDraft` reads it. */
export function seatDraft(baseId: string, print: string, lessonText: string): void {
  if (knowsDraft(baseId, print)) return;
  dismiss(baseId);
  const [oldest] = seats.keys();
  if (seats.size >= THREADS_MAX && oldest !== undefined) dismiss(oldest);
  const thread = new Worker(new URL("./draft-thread.ts", import.meta.url), { workerData: lessonText });
  const seat: Seat = { print, thread, waiting: new Map(), idle: watchIdle(baseId) };
  thread.on("message", ({ id, answer }: { readonly id: number; readonly answer: DraftAnswer }) => {
    seat.waiting.get(id)?.resolve(answer);
    seat.waiting.delete(id);
  });
  const end = (error: Error): void => {
    for (const waiter of seat.waiting.values()) waiter.reject(error);
    seat.waiting.clear();
    if (seats.get(baseId) === seat) seats.delete(baseId);
    clearTimeout(seat.idle);
  };
  thread.once("error", end);
  thread.once("exit", () => end(new Error("the draft's thread ended before it answered")));
  thread.unref();
  seats.set(baseId, seat);
}

/** Asks the thread that `seatDraft` started; waits while it is learning. */
export function askDraft(baseId: string, question: DraftQuestion): Promise<DraftAnswer> {
  const seat = seats.get(baseId);
  if (seat === undefined) return Promise.reject(new Error("nobody has learned this base"));
  // Asked last, it goes last.
  seats.delete(baseId);
  seats.set(baseId, seat);
  clearTimeout(seat.idle);
  seat.idle = watchIdle(baseId);
  questions += 1;
  const id = questions;
  return new Promise((resolve, reject) => {
    seat.waiting.set(id, { resolve, reject });
    seat.thread.postMessage({ id, question });
  });
}

function dismiss(baseId: string): void {
  const seat = seats.get(baseId);
  if (seat === undefined) return;
  seats.delete(baseId);
  void seat.thread.terminate();
}

function watchIdle(baseId: string): NodeJS.Timeout {
  return setTimeout(() => dismiss(baseId), IDLE_MS).unref();
}
