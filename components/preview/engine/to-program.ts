import {
  type CompiledNode,
  compileProgram,
  type PausePlace,
  type Program,
} from "#flows/kernel/compile-program.ts";
import type { Executor, Outcome } from "#flows/kernel/executor.ts";
import { compileExpression } from "#flows/kernel/expression.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { type Pin, type PreviewFaults, type PreviewSettings, toNodeKey } from "./preview-settings.ts";

/** How the debugger moves: on to the next breakpoint, into the next node, or over what the next node calls. */
export type Pace =
  | { readonly type: "run" }
  | { readonly type: "step" }
  | { readonly type: "over"; readonly depth: number };

const compiled = new WeakMap<Bundle, Program>();

/** The production program of a draft, with pinned nodes, faults and breakpoints put in. */
export function toProgram(bundle: Bundle, settings: PreviewSettings, pace: Pace): Program {
  const known = compiled.get(bundle) ?? compileProgram(bundle, nodeRegistry);
  compiled.set(bundle, known);
  const program = pinNodes(known, settings);
  const isWatched = pace.type !== "run" || Object.keys(settings.breakpoints).length > 0;
  return isWatched ? { ...program, pauseBefore: (place) => isStop(place, settings, pace) } : program;
}

function isStop(place: PausePlace, { breakpoints }: PreviewSettings, pace: Pace): boolean {
  if (pace.type === "step") return true;
  if (pace.type === "over" && place.depth <= pace.depth) return true;
  const condition = breakpoints[toNodeKey(place.flowId, place.nodeId)];
  return condition !== undefined && holds(condition, place);
}

/** A condition that cannot be read stops: the tester then sees where it stands. */
function holds(condition: string, { vars }: PausePlace): boolean {
  if (condition.trim() === "") return true;
  try {
    return compileExpression(`(${condition}) ? true : false`).evaluate(vars) === true;
  } catch {
    return true;
  }
}

/** Ports through which a fault sends every node of a kind. Kinds that a flow does not hold change nothing. */
export function listFaultPorts(faults: PreviewFaults): ReadonlyMap<string, string> {
  const ports = new Map<string, string>();
  if (faults.hours !== "none") ports.set("business-hours", faults.hours);
  if (faults.agents === "offline") ports.set("agent-available", "offline").set("handoff", "no-agent");
  return ports;
}

function pinNodes(program: Program, { pins, faults }: PreviewSettings): Program {
  const faultPorts = listFaultPorts(faults);
  if (faultPorts.size === 0 && Object.keys(pins).length === 0) return program;
  const flows = new Map(
    [...program.flows].map(([id, flow]) => {
      const nodes = new Map(
        [...flow.nodes].map(([nodeId, node]) => [nodeId, pinNode(node, { pins, faultPorts })]),
      );
      return [id, { ...flow, nodes }] as const;
    }),
  );
  return { ...program, flows, main: flows.get(program.main.id) ?? program.main };
}

type Pinning = {
  readonly pins: PreviewSettings["pins"];
  readonly faultPorts: ReadonlyMap<string, string>;
};

function pinNode(node: CompiledNode, { pins, faultPorts }: Pinning): CompiledNode {
  const faultPort = faultPorts.get(node.source.kind);
  const pin =
    pins[node.key] ?? (faultPort === undefined ? undefined : { type: "port", port: faultPort, set: {} });
  if (pin === undefined || node.runnable === null) return node;
  return { ...node, runnable: { ...node.runnable, executor: toPinned(pin) } };
}

function toPinned(pin: Pin): Executor<unknown> {
  const outcome: Outcome =
    pin.type === "fail"
      ? { type: "fail", code: "simulated", message: "pinned in the preview" }
      : { type: "leave", port: pin.port, set: pin.set, output: { pinned: pin.set } };
  return { enter: () => outcome, resume: () => outcome };
}
