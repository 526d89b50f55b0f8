// Bundled for the browser by measure-checks.ts.
import { validateBundle } from "#flows/kernel/validate.ts";
import { definitionRegistry } from "#flows/nodes/index.ts";
import { createLargeBundle } from "../../fixtures/large-bundle.ts";

declare global {
  interface Window {
    benchChecks: (edits: number) => readonly number[];
  }
}

window.benchChecks = (edits) => {
  let bundle = createLargeBundle();
  const times = [time(() => validateBundle(bundle, definitionRegistry))];
  for (let edit = 0; edit < edits; edit += 1) {
    const nodes = bundle.flow.nodes.map((node, i) =>
      i === edit * 40 ? { ...node, title: `${edit}` } : node,
    );
    bundle = { ...bundle, flow: { ...bundle.flow, nodes } };
    times.push(time(() => validateBundle(bundle, definitionRegistry)));
  }
  return times;
};

function time(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
