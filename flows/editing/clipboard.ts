import { z } from "zod";
import {
  type Bundle,
  FLOW_EDGES_MAX,
  FLOW_NODES_MAX,
  type Flow,
  type FlowNode,
  flowSchema,
} from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import { START_KIND } from "../kernel/registry.ts";
import { isRecord, scanCounts, scanText, scanValue } from "../kernel/scan-limits.ts";
import { leaveGroups, type Marked } from "./edits/remove-selection.ts";
import { writeField } from "./field-path.ts";
import { freshIds, type IdSource } from "./fresh-id.ts";
import { inspect } from "./inspect.ts";
import { findFlow, updateFlow } from "./locate.ts";

const FORMAT = "jieda-clip";
const { nodes, edges, notes, groups } = flowSchema.shape;

const clipSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  nodes,
  edges,
  notes,
  groups,
});

export type Clip = z.infer<typeof clipSchema>;

/** What was pasted, to be selected; `refused` when the flow would get too large or nothing of the clip may go in. */
export type Pasted = {
  readonly bundle: Bundle;
  readonly nodes: readonly string[];
  readonly notes: readonly string[];
  readonly isRefused: boolean;
};

/** What is marked, with the wires and groups inside it, as text for the clipboard. Secrets are left out. */
export function copySelection(bundle: Bundle, flowId: string, marked: Marked): string {
  const flow = findFlow(bundle, flowId);
  const nodeIds = new Set(marked.nodes);
  const noteIds = new Set(marked.notes);
  const groupIds = new Set(marked.groups);
  const frames = flow?.groups.filter(({ id }) => groupIds.has(id)) ?? [];
  for (const member of frames.flatMap((group) => group.nodes)) nodeIds.add(member);
  const clip: Clip = {
    format: FORMAT,
    version: 1,
    nodes: (flow?.nodes ?? []).filter(({ id }) => nodeIds.has(id)).map(withoutSecrets),
    edges: (flow?.edges ?? []).filter(({ from, to }) => nodeIds.has(from) && nodeIds.has(to)),
    notes: (flow?.notes ?? []).filter(({ id }) => noteIds.has(id)),
    groups: (flow?.groups ?? []).filter(
      ({ id, nodes: members }) =>
        groupIds.has(id) || (members.length > 0 && members.every((member) => nodeIds.has(member))),
    ),
  };
  return JSON.stringify(clip);
}

/** Reads text that anyone may have put on the clipboard; null unless it is a clip of ours within the limits of a document. */
export function parseClip(text: string): Clip | null {
  if (!text.includes(FORMAT) || scanText(text) !== null) return null;
  const value = parseJson(text);
  if (value === undefined || scanValue(value) !== null || scanCounts(value, FORMAT) !== null) return null;
  const parsed = clipSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/**
 * Puts a clip into a flow under new ids, its top left corner at `at`. What points at a node of the clip points at its copy;
 * what pointed elsewhere keeps its old aim, which the checks show where it is missing. A second start stays behind.
 */
export function pasteClip(
  bundle: Bundle,
  clip: Clip,
  to: {
    readonly flowId: string;
    readonly at: { readonly x: number; readonly y: number };
    readonly newId: IdSource;
  },
): Pasted {
  const flow = findFlow(bundle, to.flowId);
  const fitting = flow === null ? null : withoutSecondStart(clip, flow);
  if (flow === null || fitting === null || !hasRoom(flow, fitting)) {
    return { bundle, nodes: [], notes: [], isRefused: true };
  }
  const copy = renew(fitting, { at: to.at, newId: freshIds(flow, to.newId) });
  return {
    bundle: updateFlow(bundle, to.flowId, () => ({
      ...flow,
      nodes: [...flow.nodes, ...copy.nodes],
      edges: [...flow.edges, ...copy.edges],
      notes: [...flow.notes, ...copy.notes],
      groups: [...flow.groups, ...copy.groups],
    })),
    nodes: copy.nodes.map(({ id }) => id),
    notes: copy.notes.map(({ id }) => id),
    isRefused: false,
  };
}

type Content = Pick<Flow, "nodes" | "edges" | "notes" | "groups">;

function withoutSecondStart(clip: Clip, flow: Flow): Content | null {
  const hasStart = flow.nodes.some(({ kind }) => kind === START_KIND);
  const starts = clip.nodes.filter(({ kind }) => kind === START_KIND).slice(hasStart ? 0 : 1);
  const left = new Set(starts.map(({ id }) => id));
  const kept = clip.nodes.filter(({ id }) => !left.has(id));
  const known = new Set(kept.map(({ id }) => id));
  const isDoubled = known.size < kept.length;
  if (isDoubled || kept.length + clip.notes.length === 0) return null;
  return {
    nodes: kept,
    edges: clip.edges.filter(({ from, to }) => known.has(from) && known.has(to)),
    notes: clip.notes,
    groups: leaveGroups(clip.groups, left)
      .map((group) => ({ ...group, nodes: group.nodes.filter((id) => known.has(id)) }))
      .filter((group) => group.nodes.length > 0),
  };
}

function hasRoom(flow: Flow, content: Content): boolean {
  return (
    flow.nodes.length + content.nodes.length <= FLOW_NODES_MAX &&
    flow.edges.length + content.edges.length <= FLOW_EDGES_MAX &&
    groups.safeParse([...flow.groups, ...content.groups]).success &&
    notes.safeParse([...flow.notes, ...content.notes]).success
  );
}

function renew(
  content: Content,
  { at, newId }: { readonly at: { readonly x: number; readonly y: number }; readonly newId: IdSource },
): Content {
  const ids = new Map(content.nodes.map(({ id }) => [id, newId()]));
  const places = [...content.nodes, ...content.notes].map(({ position }) => position);
  const dx = Math.round(at.x - Math.min(...places.map(({ x }) => x)));
  const dy = Math.round(at.y - Math.min(...places.map(({ y }) => y)));
  const shift = ({ x, y }: FlowNode["position"]) => ({ x: x + dx, y: y + dy });
  const toNew = (id: string) => ids.get(id) ?? id;
  return {
    nodes: content.nodes.map((node) => ({
      ...pointInwards(node, ids),
      id: toNew(node.id),
      position: shift(node.position),
    })),
    edges: content.edges.map((edge) => ({
      ...edge,
      id: newId(),
      from: toNew(edge.from),
      to: toNew(edge.to),
    })),
    notes: content.notes.map((note) => ({ ...note, id: newId(), position: shift(note.position) })),
    groups: content.groups.map((group) => ({ ...group, id: newId(), nodes: group.nodes.map(toNew) })),
  };
}

/** A jump to a node that was copied along jumps to the copy. */
function pointInwards(node: FlowNode, ids: ReadonlyMap<string, string>): FlowNode {
  let config = node.config;
  for (const reference of inspect(node).references) {
    const renewed = reference.type === "node" ? ids.get(reference.nodeId) : undefined;
    if (renewed !== undefined) config = writeField(config, reference.path, renewed);
  }
  return config === node.config ? node : { ...node, config };
}

/** Names under which kinds keep keys and passwords; the values stay with the bot that they were given to. */
const SECRET_KEY = /secret|password|passwd|token|api[-_]?key|authorization|credential|private[-_]?key/i;

export function withoutSecrets(node: FlowNode): FlowNode {
  const config = Object.fromEntries(
    Object.entries(node.config).map(([key, value]) => [key, strip(key, value)]),
  );
  return { ...node, config };
}

function strip(key: string, value: Json): Json {
  if (typeof value === "string") return SECRET_KEY.test(key) ? "" : value;
  if (Array.isArray(value)) return value.map((item: Json) => strip(key, stripNamed(item)));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, strip(name, item as Json)]));
}

/** A header or parameter is a pair: its name says whether its value is a secret. */
function stripNamed(item: Json): Json {
  if (!isRecord(item) || typeof item.name !== "string" || typeof item.value !== "string") return item;
  return SECRET_KEY.test(item.name) ? { ...item, value: "" } : item;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Any other text that happens to hold our name; nothing to paste.
    return undefined;
  }
}
