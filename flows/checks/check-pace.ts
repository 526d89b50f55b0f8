import type { InspectedFlow, InspectedNode } from "../kernel/inspect-flow.ts";
import { isEntry } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { listTargets } from "../kernel/validate-graph.ts";

/**
 * 公众号 gives a message 5 s, pushes it twice more and then tells the customer that the account is out of order (see the developer
 * documentation of passive replies). Our own answer to the push never waits, but a customer who reads nothing for that long asks again.
 */
const PATIENCE_MS = 5_000;
const IMPATIENT_CHANNEL = "wechat-oa";

/** Exits that nobody's message leads to: the customer is not waiting there. */
const TIMER_PORTS = ["timeout"];

/**
 * Nodes that may take longer than a customer of 公众号 is patient, where a message leads to them before the bot has said a word.
 * What lies behind a called flow is left out: it has most often spoken.
 */
export function checkPace(flow: InspectedFlow, connected: readonly string[]): readonly Problem[] {
  if (!connected.includes(IMPATIENT_CHANNEL)) return [];
  const slow = new Set<InspectedNode>();
  const seen = new Set<string>();
  const waiting = flow.nodes.filter((node) => isHeard(flow, node)).flatMap((node) => listNext(flow, node));
  for (let nodeId = waiting.pop(); nodeId !== undefined; nodeId = waiting.pop()) {
    const node = flow.byId.get(nodeId);
    if (node === undefined || seen.has(nodeId)) continue;
    seen.add(nodeId);
    if (toTakenMs(node) >= PATIENCE_MS) slow.add(node);
    else if (isPassedInSilence(node)) waiting.push(...listNext(flow, node));
  }
  return flow.nodes.filter((node) => slow.has(node)).map((node) => toSlowProblem(flow, node));
}

function toSlowProblem(flow: InspectedFlow, { node, label }: InspectedNode): Problem {
  return toProblem(
    "slow_first_answer",
    { flowId: flow.id, nodeId: node.id, severity: "warning" },
    { node: label, seconds: PATIENCE_MS / 1_000 },
  );
}

/** Does a customer's message come in here? */
function isHeard(flow: InspectedFlow, inspected: InspectedNode): boolean {
  if (inspected.node.disabled === true) return false;
  if (isEntry(inspected)) return flow.id === MAIN_FLOW_ID && !speaks(inspected);
  return inspected.definition?.mode === "waits" && toTakenMs(inspected) === 0;
}

function isPassedInSilence(inspected: InspectedNode): boolean {
  if (inspected.node.disabled === true) return true;
  const calls = inspected.references.some(({ type }) => type === "flow");
  return inspected.definition?.mode === "inline" && !calls && !speaks(inspected);
}

function speaks({ definition, config }: InspectedNode): boolean {
  return config !== null && (definition?.says?.(config.parsed) ?? []).length > 0;
}

function listNext(flow: InspectedFlow, { node, definition, config }: InspectedNode): readonly string[] {
  const spoken = config === null ? [] : (definition?.answersAt?.(config.parsed) ?? []);
  return listTargets(flow, node.id, (port) => !TIMER_PORTS.includes(port) && !spoken.includes(port));
}

/** A job takes as long as it may; a node within the turn no time, unless its kind says so. */
function toTakenMs({ node, definition, config }: InspectedNode): number {
  if (definition === null || config === null || node.disabled === true) return 0;
  if (definition.takesMs !== undefined) return definition.takesMs(config.parsed);
  return definition.mode === "queued" ? (node.timeoutMs ?? Number.POSITIVE_INFINITY) : 0;
}
