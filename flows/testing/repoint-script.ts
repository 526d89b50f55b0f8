import type { MovedNode } from "../editing/list-moved.ts";
import type { Assertion, FlowTestScript } from "./flow-test.ts";

/** A test whose expectations follow nodes into the flow where they stand now; the very script when it names none of them. */
export function repointScript(script: FlowTestScript, moved: readonly MovedNode[]): FlowTestScript {
  let isChanged = false;
  const repoint = (expectations: readonly Assertion[]): Assertion[] =>
    expectations.map((expectation) => {
      if (expectation.type !== "node-visited" && expectation.type !== "port-taken") return expectation;
      const { flowId, nodeId } = expectation;
      const move = moved.find((candidate) => candidate.from === flowId && candidate.nodeId === nodeId);
      if (move === undefined) return expectation;
      isChanged = true;
      return { ...expectation, flowId: move.to };
    });
  const repointed = {
    ...script,
    expectStart: repoint(script.expectStart),
    turns: script.turns.map((turn) => ({ ...turn, expect: repoint(turn.expect) })),
  };
  return isChanged ? repointed : script;
}
