import type { Bundle, Flow, FlowNode } from "../../flows/kernel/flow.ts";

/** What a tester's browser needs to run the flow. Answers, examples and the authors' notes stay on the server. */
export function toTesterBundle(bundle: Bundle): Bundle {
  const subflows = Object.entries(bundle.subflows).map(([id, flow]) => [id, toTesterFlow(flow)] as const);
  return { flow: toTesterFlow(bundle.flow), subflows: Object.fromEntries(subflows), faqSets: {} };
}

function toTesterFlow(flow: Flow): Flow {
  return { ...flow, nodes: flow.nodes.map(toTesterNode), notes: [], groups: [] };
}

function toTesterNode({ note: _, ...node }: FlowNode): FlowNode {
  const { intents } = node.config;
  if (!Array.isArray(intents)) return node;
  const bare = intents.map((intent) =>
    typeof intent === "object" && intent !== null ? { ...intent, examples: [], negatives: [] } : intent,
  );
  return { ...node, config: { ...node.config, intents: bare } };
}
