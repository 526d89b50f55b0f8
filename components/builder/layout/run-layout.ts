import ELK, { type ELK as Elk } from "elkjs/lib/elk-api.js";
import type { Point } from "#flows/editing/edits/move-nodes.ts";
import type { Flow } from "#flows/kernel/flow.ts";
import { type LayoutInput, readLayout, toLayoutGraph } from "./to-layout-graph.ts";

/** A layout that takes longer than this is given up; the promise is 1.5 s for 500 nodes. */
const TIME_MAX_MS = 60_000;

let elk: Elk | null = null;

/** Works out new places in a worker, so that the page stays alive. Rejects when the worker fails or takes too long. */
export async function runLayout(flow: Flow, input: LayoutInput): Promise<ReadonlyMap<string, Point>> {
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL("elkjs/lib/elk-worker.min.js", import.meta.url)),
  });
  const worker = elk;
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    worker.terminateWorker();
    elk = null;
    reject(new Error("the layout took too long"));
  }, TIME_MAX_MS);
  try {
    const laidOut = await Promise.race([worker.layout(toLayoutGraph(flow, input)), timeout]);
    return readLayout(flow, laidOut, input.only);
  } finally {
    clearTimeout(timer);
  }
}
