import { NotLearned } from "./learn-anew.ts";
import type { TurnDeps } from "./take-turn.ts";

/** A turn may wait this long three times in a row (its version, the one it moves to, its bases), which has to end before a claim's lease does. */
const PATIENCE_MS = 4_000;
const AGAIN_MS = 1_500;

/**
 * The same, for turns that hold a talk: learning may take minutes, during which nobody else could go on with it, and what a customer
 * says would be kept nowhere. Such a turn ends with `NotLearned` and is tried again; the learning itself goes on meanwhile.
 */
export function withoutWaitingLong(turns: TurnDeps): TurnDeps {
  const { versions, knowledge } = turns;
  return {
    ...turns,
    versions: { get: (versionId) => waitBriefly(versions.get(versionId)) },
    knowledge: { ...knowledge, get: (asked) => waitBriefly(knowledge.get(asked)) },
  };
}

/** What is at hand stays synchronous. A failure after the wait is heard by whoever asks next. */
export function waitBriefly<Value extends object>(found: Value | Promise<Value>): Value | Promise<Value> {
  if (!(found instanceof Promise)) return found;
  const { promise: isLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NotLearned({ againInMs: AGAIN_MS, isLoss: false })), PATIENCE_MS);
  return Promise.race([found, isLate]).finally(() => clearTimeout(timer));
}
