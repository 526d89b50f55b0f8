import { describe, expect, test } from "vitest";
import { drawFlow } from "../kernel/draw-flow.ts";
import { START, say } from "./fixtures/say-problems.ts";

describe("intents and exits", () => {
  test("examples that two intents claim are named at the later one", () => {
    const intents = [
      { id: "a", name: "退货", examples: ["我想要申请退货退款", "退货", "怎么退"] },
      { id: "b", name: "换货", examples: ["换货", "我想要申请退货退款！", "换一件"] },
    ];
    expect(say({ nodes: { start: START, i: { kind: "intent", config: { intents } } } })).toEqual([
      "overlapping_examples intents[1].examples[1]",
    ]);
  });

  test("a port for an intent that is gone, or for an end that no sub-flow has, is never taken", () => {
    const nodes = {
      start: START,
      clarify: { kind: "clarify", config: { source: "found", intents: [{ id: "gone" }] } },
      call: { kind: "subflow", config: { flowId: "f", exits: [{ id: "paid" }, { id: "resolved" }] } },
    };
    const subflow = drawFlow({ nodes: { start: START, end: { kind: "end" } }, wires: ["start.next -> end"] });
    expect(
      say({ nodes, variables: [{ name: "found", type: "list", default: [] }] }, { subflows: { f: subflow } }),
    ).toEqual(["exit_never_taken exits[0].id", "unknown_intent intents[0].id"]);
  });
});
