import type { InspectedFlow } from "./inspect-flow.ts";
import { listCycles } from "./list-cycles.ts";
import { nameFlow } from "./name-flow.ts";
import { type Problem, toProblem } from "./problem.ts";
import { MAIN_FLOW_ID } from "./registry.ts";
import { SUBFLOW_DEPTH_MAX } from "./turn-limits.ts";

/** Which flow calls which: circles, and chains that the interpreter would cut. */
export function validateCalls(flows: readonly InspectedFlow[]): readonly Problem[] {
  const calls = new Map(flows.map((flow) => [flow.id, listCalled(flow)]));
  const cycles = listCycles([...calls.keys()], (id) => calls.get(id) ?? []);
  if (cycles.length > 0) {
    return cycles.map((ids) =>
      toProblem("recursive_subflow", { flowId: ids[0] ?? MAIN_FLOW_ID }, { flows: nameChain(flows, ids) }),
    );
  }
  const longest = findLongestChain(MAIN_FLOW_ID, calls, new Map());
  return longest.length - 1 > SUBFLOW_DEPTH_MAX
    ? [
        toProblem(
          "subflows_too_deep",
          { flowId: MAIN_FLOW_ID },
          { max: SUBFLOW_DEPTH_MAX, flows: nameChain(flows, longest) },
        ),
      ]
    : [];
}

const MAIN_NAMES = { "zh-CN": "主流程", en: "Main flow" } as const;

function nameChain([any]: readonly InspectedFlow[], ids: readonly string[]) {
  const nameIn = (locale: keyof typeof MAIN_NAMES) =>
    ids
      .map((id) => (id === MAIN_FLOW_ID || any === undefined ? MAIN_NAMES[locale] : nameFlow(any.bundle, id)))
      .join(" → ");
  return { "zh-CN": nameIn("zh-CN"), en: nameIn("en") };
}

function listCalled(flow: InspectedFlow): readonly string[] {
  const called = flow.nodes.flatMap(({ references }) =>
    references.flatMap((reference) => (reference.type === "flow" ? [reference.flowId] : [])),
  );
  return [...new Set(called)].filter((id) => Object.hasOwn(flow.bundle.subflows, id));
}

/** Only for calls without circles; each flow is worked out once. */
function findLongestChain(
  id: string,
  calls: ReadonlyMap<string, readonly string[]>,
  known: Map<string, readonly string[]>,
): readonly string[] {
  const found = known.get(id);
  if (found !== undefined) return found;
  let longest: readonly string[] = [];
  for (const called of calls.get(id) ?? []) {
    const chain = findLongestChain(called, calls, known);
    if (chain.length > longest.length) longest = chain;
  }
  const chain = [id, ...longest];
  known.set(id, chain);
  return chain;
}
