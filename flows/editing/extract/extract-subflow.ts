import type { z } from "zod";
import {
  type Bundle,
  bundleSchema,
  FLOW_SCHEMA,
  type Flow,
  type FlowEdge,
  type FlowNode,
  flowSettingsSchema,
} from "../../kernel/flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { definitions } from "../../nodes/index.ts";
import { createNode } from "../edits/add-node.ts";
import { leaveGroups } from "../edits/remove-selection.ts";
import { titleSubflow } from "../edits/subflows.ts";
import { freshIds, type IdSource } from "../fresh-id.ts";
import { findFlow, updateFlow } from "../locate.ts";
import { listPassed, type Passed } from "./list-passed.ts";
import { END_KIND, type Plan, planExtraction, type Refused, refuse } from "./plan-extraction.ts";

const CALL_KIND = "subflow";
const DONE_PORT = "done";
const COLUMN_PX = 336;
const ROW_PX = 96;

export type Extracted = { readonly isRefused: false; readonly bundle: Bundle; readonly callId: string };

type Wish = {
  readonly nodes: Iterable<string>;
  readonly subflowId: string;
  readonly title: string;
  readonly newId: IdSource;
};

type Exit = { readonly port: string; readonly to: string; readonly edges: readonly FlowEdge[] };

/**
 * Makes a flow of its own out of nodes, and puts a node that calls it in their place: a talk goes on exactly as before. Wires keep
 * their ends, each goal outside has an exit, variables that the nodes use are passed in and those that they write brought back.
 * Refused, with the nodes that are in the way, where a call could not do what the nodes did.
 */
export function extractSubflow(bundle: Bundle, flowId: string, wish: Wish): Extracted | Refused {
  const flow = findFlow(bundle, flowId);
  if (flow === null || !isFree(bundle, wish.subflowId)) return refuse("nothing");
  const plan = planExtraction(flow, wish.nodes);
  if (plan.isRefused) return plan;
  const newId = freshIds(flow, wish.newId);
  const exits = listExits(plan);
  const passed = listPassed(flow, flowId, plan.inside);
  const call = createCall(flow, { plan, exits, passed, id: newId(), flowId: wish.subflowId });
  if (call === null) return refuse("too-much");

  const subflow = createCalled(flow, { plan, exits, passed, newId });
  const added = { ...bundle, subflows: { ...bundle.subflows, [wish.subflowId]: subflow } };
  const titled = titleSubflow(added, wish.subflowId, wish.title);
  return {
    isRefused: false,
    callId: call.id,
    bundle: updateFlow(titled, flowId, (caller) => replaceByCall(caller, { plan, exits, call, newId })),
  };
}

function isFree({ subflows }: Bundle, subflowId: string): boolean {
  const isId = bundleSchema.shape.subflows.unwrap().keyType.safeParse(subflowId).success;
  return isId && !Object.hasOwn(subflows, subflowId);
}

/** Where every port inside leads somewhere, the first goal is simply what comes when the flow is done; else nothing but an open port ends there. */
function listExits({ exits, hasOpenPort }: Plan): readonly Exit[] {
  return [...exits].map(([to, edges], i) => ({
    port: i === 0 && !hasOpenPort ? DONE_PORT : `exit-${i + 1}`,
    to,
    edges,
  }));
}

type Parts = { readonly plan: Plan; readonly exits: readonly Exit[]; readonly passed: Passed };

/** Null where a call takes less than it would have to pass. */
function createCall(
  flow: Flow,
  { plan, exits, passed, id, flowId }: Parts & { readonly id: string; readonly flowId: string },
): FlowNode | null {
  const position = flow.nodes.find((node) => node.id === plan.entry)?.position ?? { x: 0, y: 0 };
  const named = exits.filter(({ port }) => port !== DONE_PORT);
  const config: JsonObject = {
    flowId,
    inputs: passed.used.map(({ name }) => ({ name, value: { type: "expression", source: name } })),
    outputs: passed.written.map(({ name }) => ({ name, variable: name })),
    exits: named.map(({ port, to }) => {
      const label = flow.nodes.find((node) => node.id === to)?.title?.trim();
      return label ? { id: port, label } : { id: port };
    }),
  };
  const schema: z.ZodType = definitions[CALL_KIND].config;
  return schema.safeParse(config).success ? createNode({ id, kind: CALL_KIND, position, config }) : null;
}

function createCalled(
  flow: Flow,
  { plan, exits, passed, newId }: Parts & { readonly newId: IdSource },
): Flow {
  const { inside } = plan;
  const nodes = flow.nodes.filter(({ id }) => inside.has(id));
  const entry = nodes.find(({ id }) => id === plan.entry)?.position ?? { x: 0, y: 0 };
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const right = Math.max(...nodes.map(({ position }) => position.x));
  const start = createNode({
    id: newId(),
    kind: START_KIND,
    position: { x: left - COLUMN_PX, y: entry.y },
    // Without an opening of its own: the talk is under way.
    config: {},
  });
  const ends = exits.map(({ port }, i) =>
    createNode({
      id: newId(),
      kind: END_KIND,
      position: { x: right + COLUMN_PX, y: entry.y + i * ROW_PX },
      ...(port === DONE_PORT ? {} : { config: { resolution: port } }),
    }),
  );
  return {
    schema: FLOW_SCHEMA,
    nodes: [...nodes, ...[start, ...ends].filter((node) => node !== null)],
    edges: [
      ...(start === null ? [] : [{ id: newId(), from: start.id, port: "next", to: plan.entry }]),
      ...flow.edges.filter(({ from, to }) => inside.has(from) && inside.has(to)),
      ...exits.flatMap(({ edges }, i) => edges.map((edge) => ({ ...edge, to: ends[i]?.id ?? edge.to }))),
    ],
    variables: [...passed.used],
    settings: flowSettingsSchema.parse({ language: flow.settings.language }),
    notes: [],
    groups: flow.groups.filter(
      (group) => group.nodes.length > 0 && group.nodes.every((id) => inside.has(id)),
    ),
  };
}

type Replacing = Omit<Parts, "passed"> & { readonly call: FlowNode; readonly newId: IdSource };

function replaceByCall(flow: Flow, { plan, exits, call, newId }: Replacing): Flow {
  const { inside, incoming } = plan;
  const isIncoming = new Set(incoming);
  const edges = flow.edges
    .filter(({ from }) => !inside.has(from))
    .map((edge) => (isIncoming.has(edge) ? { ...edge, to: call.id } : edge));
  // In the place of the node that was entered: documents are read from top to bottom.
  const nodes = flow.nodes.flatMap((node) =>
    node.id === plan.entry ? [call] : inside.has(node.id) ? [] : [node],
  );
  return {
    ...flow,
    nodes,
    edges: [...edges, ...exits.map(({ port, to }) => ({ id: newId(), from: call.id, port, to }))],
    groups: leaveGroups(flow.groups, inside),
  };
}
