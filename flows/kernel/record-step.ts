import type { CompiledNode } from "./compile-program.ts";
import type { Json, JsonObject } from "./json.ts";
import { maskValue } from "./mask-values.ts";
import type { CallFailure, Step } from "./protocol.ts";
import { getFlow, getVars, type Turn } from "./turn.ts";

export type StepFacts = {
  readonly port?: string | null;
  readonly waits?: Step["waits"];
  readonly input?: Json;
  readonly output?: Json;
  readonly error?: CallFailure | null;
};

/** Adds one visit to the trace, shortened and masked by data class. */
export function recordStep(turn: Turn, node: CompiledNode, facts: StepFacts): void {
  turn.effects.push({
    type: "record-step",
    step: {
      flowId: getFlow(turn).id,
      nodeId: node.id,
      kind: node.source.kind,
      port: facts.port ?? null,
      waits: facts.waits ?? null,
      input: maskForTrace(turn, node, facts.input ?? null),
      output: maskForTrace(turn, node, facts.output ?? null),
      error:
        facts.error == null
          ? null
          : { code: facts.error.code, message: String(maskForTrace(turn, node, facts.error.message)) },
    },
  });
}

function maskForTrace(turn: Turn, node: CompiledNode, value: Json): Json {
  if (value === null) return null;
  const { main } = turn.program;
  const flow = getFlow(turn);
  const isInner = flow !== main;
  const vars: JsonObject = isInner ? { ...turn.vars, ...getVars(turn) } : turn.vars;
  return maskValue(value, {
    variables: isInner ? [...main.guarded, ...flow.guarded] : main.guarded,
    vars,
    writes: node.writes,
  });
}
