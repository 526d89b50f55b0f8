import type { Reference } from "../../kernel/define-node.ts";
import type { Bundle, FlowNode } from "../../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../../kernel/registry.ts";
import { portIdSchema } from "../../nodes/port-id.ts";
import { inspect } from "../inspect.ts";
import {
  type IntentNames,
  listIntentNames,
  renameCompared,
  renameComparedIn,
  renameConstant,
} from "../intent-words.ts";
import { findFlow, mapShared, updateFlow } from "../locate.ts";
import { rewriteConfig, rewriteReferences, toText } from "../rename-in-node.ts";
import type { Renaming } from "../rename-names.ts";

/** Ids that every kind keeps for exits of its own; an intent of such a name would take one over. */
const OWN_PORTS = ["error", "ambiguous", "none", "picked", "timeout"];

/**
 * Gives an intent another id, and all that knows it along with it: every node that recognises it, the exits and their wires, and
 * what conditions and texts compare with it. An id that is taken or not allowed changes nothing; see `canRenameIntent`.
 */
export function renameIntent(bundle: Bundle, renaming: Renaming): Bundle {
  if (!canRenameIntent(bundle, renaming)) return bundle;
  return listFlowIds(bundle).reduce(
    (changed, flowId) =>
      updateFlow(changed, flowId, (flow) => {
        const names = listIntentNames(flow);
        const exits = new Set(flow.nodes.filter((node) => hasExit(node, renaming.from)).map(({ id }) => id));
        const nodes = mapShared(flow.nodes, (node) => renameInNode(node, names, renaming));
        const edges = mapShared(flow.edges, (edge) =>
          edge.port === renaming.from && exits.has(edge.from) ? { ...edge, port: renaming.to } : edge,
        );
        return nodes === flow.nodes && edges === flow.edges ? flow : { ...flow, nodes, edges };
      }),
    bundle,
  );
}

/** A taken id would make one intent of two. */
export function canRenameIntent(bundle: Bundle, { from, to }: Renaming): boolean {
  const isId = portIdSchema.safeParse(to).success && !OWN_PORTS.includes(to);
  const ids = new Set(listIntentIds(bundle));
  return isId && ids.has(from) && !ids.has(to);
}

/** Every intent that a node of the bundle recognises or leads on, without doubles. */
export function listIntentIds(bundle: Bundle): readonly string[] {
  const nodes = listFlowIds(bundle).flatMap((flowId) => findFlow(bundle, flowId)?.nodes ?? []);
  return [...new Set(nodes.flatMap(listIdsOf))];
}

function listIdsOf(node: FlowNode): readonly string[] {
  const { references, definition, config } = inspect(node);
  return [
    ...(config === null ? [] : (definition?.intents?.(config.parsed) ?? [])).map(({ id }) => id),
    ...references.flatMap((reference) => (reference.type === "intent" ? [reference.intentId] : [])),
  ];
}

function hasExit(node: FlowNode, intentId: string): boolean {
  return listIdsOf(node).includes(intentId);
}

function renameInNode(node: FlowNode, names: IntentNames, renaming: Renaming): FlowNode {
  const rewritten = rewriteReferences(node, (reference, value) =>
    rewriteReference({ reference, value }, names, renaming),
  );
  const paths = listPaths(rewritten, names);
  return rewriteConfig(rewritten, paths, (value) => renameConstant(value, renaming));
}

type Found = { readonly reference: Reference; readonly value: unknown };

function rewriteReference({ reference, value }: Found, names: IntentNames, renaming: Renaming): unknown {
  switch (reference.type) {
    case "intent":
      return value === renaming.from ? renaming.to : value;
    case "expression":
      return typeof value === "string" ? renameCompared(value, names, renaming) : value;
    case "template": {
      const text = toText(value);
      if (text === null) return value;
      const renamed = renameComparedIn(text, names, renaming);
      return renamed === text ? value : renamed;
    }
    default:
      return value;
  }
}

/** Where ids stand that no reference tells of: in the node that recognises them, and beside what rules compare with. */
function listPaths(node: FlowNode, names: IntentNames): readonly string[] {
  const { definition, config } = inspect(node);
  if (definition === null || config === null) return [];
  return [
    ...(definition.intents?.(config.parsed) ?? []).map(({ path }) => `${path}.id`),
    ...(definition.compares?.(config.parsed) ?? [])
      .filter(({ left }) => names.has(left.trim()))
      .map(({ path }) => path),
  ];
}

function listFlowIds(bundle: Bundle): readonly string[] {
  return [MAIN_FLOW_ID, ...Object.keys(bundle.subflows)];
}
