import type { Bundle, FlowNode } from "../../kernel/flow.ts";
import type { Json } from "../../kernel/json.ts";
import { writeField } from "../field-path.ts";
import { type NodePlace, updateNode, updateNodes } from "../locate.ts";

/**
 * Writes one field of a node's config; `path` is a form field's with its places filled in (`options[0].label`). Without a value
 * the field is taken out. A path that leads nowhere changes nothing.
 */
export function setConfigAt(
  bundle: Bundle,
  place: NodePlace,
  { path, value }: { readonly path: string; readonly value: Json | undefined },
): Bundle {
  return updateNode(bundle, place, (node) => {
    const config = writeField(node.config, path, value);
    return config === node.config ? node : { ...node, config };
  });
}

type Fields = Pick<FlowNode, "title" | "note" | "disabled" | "onError" | "retry" | "timeoutMs">;

/** Fields that every kind has. `undefined` takes one out; an empty title or note counts as none. */
export type NodeFields = {
  readonly [Field in keyof Fields]?:
    | (Field extends "onError" ? Fields[Field] : Fields[Field] | undefined)
    | undefined;
};

export function setNodeField(bundle: Bundle, place: NodePlace, fields: NodeFields): Bundle {
  return updateNode(bundle, place, (node) => withFields(node, fields));
}

/** The same for several nodes at once: switch off, retries, time limit. */
export function setForNodes(
  bundle: Bundle,
  flowId: string,
  { nodes, fields }: { readonly nodes: Iterable<string>; readonly fields: NodeFields },
): Bundle {
  const wanted = new Set(nodes);
  return updateNodes(bundle, flowId, (node) => (wanted.has(node.id) ? withFields(node, fields) : node));
}

function withFields(node: FlowNode, fields: NodeFields): FlowNode {
  let changed: { [key: string]: unknown } & FlowNode = node;
  for (const [key, value] of Object.entries(fields)) {
    const isNone = value === undefined || value === "" || (key === "disabled" && value === false);
    if (isNone && key === "onError") continue;
    changed = writeField(changed, key, isNone ? undefined : value);
  }
  return changed;
}
