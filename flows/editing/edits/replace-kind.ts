import type { Bundle, Flow, FlowNode } from "../../kernel/flow.ts";
import type { Json } from "../../kernel/json.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { definitionRegistry } from "../../nodes/index.ts";
import { readField, writeField } from "../field-path.ts";
import { inspect, listPorts } from "../inspect.ts";
import { type NodePlace, updateFlow } from "../locate.ts";
import { listDefaults } from "./add-node.ts";

/** Where a kind keeps what it says first; the sentence moves along when a message becomes a question. */
const MAIN_TEXTS: { readonly [kind: string]: string } = {
  message: "blocks[0].text",
  ask: "question",
  choice: "question",
  clarify: "question",
  form: "intro",
  faq: "prompt",
  intent: "prompt",
  keyword: "prompt",
  end: "text",
  fallback: "texts[0]",
};

/**
 * Makes a node another kind. Title, note and fields that both kinds have stay, and so do wires of ports that still exist; the
 * wire of the old first port moves to the new one where its own is gone. Start is neither replaced nor made.
 */
export function replaceKind(bundle: Bundle, { flowId, nodeId }: NodePlace, kind: string): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const node = flow.nodes.find(({ id }) => id === nodeId);
    const next = node === undefined ? null : toKind(node, kind);
    if (node === undefined || next === null) return flow;
    return {
      ...flow,
      nodes: flow.nodes.map((other) => (other === node ? next : other)),
      edges: moveWires(flow.edges, node, next),
    };
  });
}

function toKind(node: FlowNode, kind: string): FlowNode | null {
  const definition = Object.hasOwn(definitionRegistry, kind)
    ? definitionRegistry[kind]?.definition
    : undefined;
  const defaults = listDefaults(kind);
  const isStart = node.kind === START_KIND || kind === START_KIND;
  if (definition === undefined || defaults === null || isStart || node.kind === kind) return null;
  const { retry: _retry, timeoutMs: _timeoutMs, ...rest } = node;
  const kept = definition.mode === "queued" ? node : rest;
  const isFit = (config: unknown) => definition.config.safeParse(config).success;
  let config = defaults;
  for (const [key, value] of Object.entries(node.config)) {
    const wider = { ...config, [key]: value };
    if (isFit(wider)) config = wider;
  }
  return { ...kept, kind, version: definition.version, config: carryText(node, { kind, config, isFit }) };
}

function carryText(
  from: FlowNode,
  to: { readonly kind: string; readonly config: FlowNode["config"]; isFit(config: unknown): boolean },
): FlowNode["config"] {
  const source = MAIN_TEXTS[from.kind];
  const target = MAIN_TEXTS[to.kind];
  if (source === undefined || target === undefined) return to.config;
  const text = readField(from.config, source);
  if (text === undefined || text === "") return to.config;
  const path = target === "blocks[0].text" ? "blocks[0]" : target;
  // What was read out of a config is JSON.
  const value = (path === target ? text : { type: "text", text }) as Json;
  const config = writeField(to.config, path, value);
  const withList = config === to.config && target === "texts[0]" ? { ...to.config, texts: [value] } : config;
  return to.isFit(withList) ? withList : to.config;
}

function moveWires(edges: Flow["edges"], before: FlowNode, after: FlowNode): Flow["edges"] {
  const ports = listPorts(after).map(({ id }) => id);
  const [firstBefore] = inspect(before).ports;
  const [first] = ports;
  const isFirstFree = !edges.some(({ from, port }) => from === before.id && port === first);
  return edges.flatMap((edge) => {
    if (edge.from !== before.id || ports.includes(edge.port)) return [edge];
    const canMove = edge.port === firstBefore?.id && first !== undefined && isFirstFree;
    return canMove ? [{ ...edge, port: first }] : [];
  });
}
