import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
// A flag set while running reaches only contexts that are made after it.
const collect = runInNewContext("gc") as () => void;

/** What `make` leaves in memory, in bytes: heap and buffers, both after collecting garbage. */
export function weigh<Value>(make: () => Value): { readonly value: Value; readonly bytes: number } {
  const before = measure();
  const value = make();
  return { value, bytes: Math.max(0, measure() - before) };
}

function measure(): number {
  // What finalizers let go is collected only by the next round.
  for (let round = 0; round < 3; round += 1) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Calls that come first are not counted: a server is warm. */
export const WARM_UP = 100;

/** Times each call; `p` answers in milliseconds. */
export function createStopwatch() {
  const times: number[] = [];
  return {
    time<Value>(call: () => Value): Value {
      const before = performance.now();
      const value = call();
      times.push(performance.now() - before);
      return value;
    },
    p: (share: number): number =>
      times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0,
  };
}
