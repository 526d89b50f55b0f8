import {
  type CompiledNode,
  compileProgram,
  type PausePlace,
  type Program,
} from "#flows/kernel/compile-program.ts";
import type { Circumstance, NodeDefinition } from "#flows/kernel/define-node.ts";
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

const listCircumstances = ({ hours, agents }: PreviewFaults): readonly Circumstance[] => [
  ...(hours === "none" ? [] : [hours]),
  ...(agents === "none" ? [] : [`agents-${agents}` as const]),
];

/** The port through which the circumstances send a node that asks about them; kinds say so themselves. */
export function findFaultPort(
  { circumstancePorts = {} }: Pick<NodeDefinition, "circumstancePorts">,
  faults: PreviewFaults,
): string | null {
  for (const circumstance of listCircumstances(faults)) {
    const port = circumstancePorts[circumstance];
    if (port !== undefined) return port;
  }
  return null;
}

function pinNodes(program: Program, { pins, faults }: PreviewSettings): Program {
  if (listCircumstances(faults).length === 0 && Object.keys(pins).length === 0) return program;
  const flows = new Map(
    [...program.flows].map(([id, flow]) => {
      const nodes = new Map(
        [...flow.nodes].map(([nodeId, node]) => [nodeId, pinNode(node, { pins, faults })]),
      );
      return [id, { ...flow, nodes }] as const;
    }),
  );
  return { ...program, flows, main: flows.get(program.main.id) ?? program.main };
}

type Pinning = Pick<PreviewSettings, "pins" | "faults">;

function pinNode(node: CompiledNode, { pins, faults }: Pinning): CompiledNode {
  if (node.runnable === null) return node;
  const faultPort = findFaultPort(node.runnable.definition, faults);
  const pin = pins[node.key] ?? (faultPort === null ? null : { type: "port", port: faultPort, set: {} });
  if (pin === null) return node;
  return { ...node, runnable: { ...node.runnable, executor: toPinned(pin) } };
}

function toPinned(pin: Pin): Executor<unknown> {
  const outcome: Outcome =
    pin.type === "fail"
      ? { type: "fail", code: "simulated", message: "pinned in the preview" }
      : { type: "leave", port: pin.port, set: pin.set, output: { pinned: pin.set } };
  return { enter: () => outcome, resume: () => outcome };
}
