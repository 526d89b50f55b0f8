import ELK, { type ELK as Elk, type ElkNode } from "elkjs/lib/elk-api.js";
import type { Point } from "#flows/editing/edits/move-nodes.ts";
import type { Flow } from "#flows/kernel/flow.ts";
import { type LayoutInput, readLayout, toLayoutGraph } from "./to-layout-graph.ts";

/** A layout that takes longer than this is given up; the promise is 1.5 s for 500 nodes. */
const TIME_MAX_MS = 60_000;

type Helper = { readonly elk: Elk; readonly failed: Promise<never> };

let helper: Helper | null = null;

/** Works out new places in a worker, so that the page stays alive. Rejects when the worker fails or takes too long. */
export async function runLayout(flow: Flow, input: LayoutInput): Promise<ReadonlyMap<string, Point>> {
  return readLayout(flow, await layOut(toLayoutGraph(flow, input)), input.only);
}

/** Fetches and starts the worker ahead: its code takes longer to load than a flow to lay out, and whoever is offline later has it. */
export async function warmLayout(): Promise<void> {
  await layOut({ id: "warm", children: [{ id: "node", width: 1, height: 1 }], edges: [] });
}

/** Lays any graph out, in the same worker. */
export async function layOut(graph: ElkNode): Promise<ElkNode> {
  helper ??= startHelper();
  const { elk, failed } = helper;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("the layout took too long")), TIME_MAX_MS);
  try {
    return await Promise.race([elk.layout(graph), failed, late.promise]);
  } catch (error) {
    elk.terminateWorker();
    helper = null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The library does not notice a worker whose code could not be fetched; it would wait for ever. */
function startHelper(): Helper {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {});
  const elk = new ELK({
    workerFactory: () => {
      const worker = new Worker(new URL("elkjs/lib/elk-worker.min.js", import.meta.url));
      worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker failed")));
      return worker;
    },
  });
  return { elk, failed };
}
