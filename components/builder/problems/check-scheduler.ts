import type { KnownBase } from "#flows/checks/check-bases.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import { type ValidateOptions, validateInSteps } from "#flows/kernel/validate.ts";
import { definitionRegistry } from "#flows/nodes/index.ts";

/** Quiet time after an edit before it is checked; with the check itself it stays within 200 ms. */
const QUIET_MS = 80;

/** Work between two breaths: a frame is 16 ms, and a keystroke that comes in meanwhile wants most of it. */
const SLICE_MS = 5;

export type Timers = {
  now(): number;
  /** Runs later; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
};

export type Checking = {
  /** Checks this document soon. One that comes while another is checked takes its place. */
  request(bundle: Bundle): void;
  stop(): void;
};

type CheckOptions = {
  readonly channels?: readonly string[];
  /** The workspace's knowledge bases as they are known now; undefined while they are not, and then nothing is said of them. */
  findBases?(): readonly KnownBase[] | undefined;
  /** What else is known of the document; shown with what the check finds. */
  listMore?(bundle: Bundle): readonly Problem[];
  readonly timers?: Timers;
};

/**
 * Keeps the list of problems fresh without ever holding up a keystroke. The check runs on the page's own thread, in slices: what
 * an edit left alone is remembered by identity, which a worker could not do, and nothing has to be copied to one.
 */
export function createCheckScheduler(
  publish: (problems: readonly Problem[]) => void,
  {
    channels = [],
    findBases = () => undefined,
    listMore = () => [],
    timers = browserTimers,
  }: CheckOptions = {},
): Checking {
  let cancel: () => void = () => {};
  let isFirst = true;
  let published: readonly Problem[] = [];

  function work(bundle: Bundle, steps: ReturnType<typeof validateInSteps>): void {
    const end = timers.now() + SLICE_MS;
    while (timers.now() < end) {
      const step = steps.next();
      if (!step.done) continue;
      published = keepIdentity(published, [...step.value, ...listMore(bundle)]);
      publish(published);
      return;
    }
    cancel = timers.after(0, () => work(bundle, steps));
  }

  return {
    request: (bundle) => {
      cancel();
      cancel = timers.after(isFirst ? 0 : QUIET_MS, () =>
        work(bundle, validateInSteps(bundle, definitionRegistry, toOptions(channels, findBases()))),
      );
      isFirst = false;
    },
    stop: () => cancel(),
  };
}

function toOptions(channels: readonly string[], bases: readonly KnownBase[] | undefined): ValidateOptions {
  return bases === undefined ? { channels } : { channels, bases };
}

/** The same problem stays the same object, and the same list the same list: what shows them is not drawn again for nothing. */
export function keepIdentity(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const known = new Map(before.map((problem) => [toKey(problem), problem]));
  const kept = after.map((problem) => known.get(toKey(problem)) ?? problem);
  const isSame = kept.length === before.length && kept.every((problem, i) => problem === before[i]);
  return isSame ? before : kept;
}

function toKey({ severity, code, flowId, nodeId, path, text }: Problem): string {
  return [severity, code, flowId, nodeId, path, text["zh-CN"], text.en].join("\u0000");
}

const browserTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
