import { describe, expect, test } from "vitest";
import { drawFlow } from "../kernel/draw-flow.ts";
import { message, START, say } from "./fixtures/say-problems.ts";

describe("variables", () => {
  test("names one that nothing uses, and one that nothing fills", () => {
    expect(
      say({
        nodes: { start: START, a: message("{{ empty }} {{ filled }} {{ kept }}") },
        variables: [
          { name: "unused", type: "text" },
          { name: "empty", type: "text" },
          { name: "filled", type: "text", default: "x" },
          { name: "kept", type: "text", scope: "contact" },
        ],
      }),
    ).toEqual(["unused_variable variables.unused", "variable_never_set variables.empty"]);
  });

  test("sees what a caller puts in and takes out, and names what the called flow does not have", () => {
    const call = {
      kind: "subflow",
      config: {
        flowId: "f",
        inputs: [
          { name: "given", value: { type: "literal", value: "x" } },
          { name: "gone", value: { type: "literal", value: "x" } },
        ],
        outputs: [{ name: "result", variable: "got" }],
      },
    };
    const called = drawFlow({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: "{{ given }}？", variable: "result" } },
      },
      variables: [
        { name: "given", type: "text" },
        { name: "result", type: "text" },
      ],
    });
    expect(
      say(
        { nodes: { start: START, call }, variables: [{ name: "got", type: "text" }] },
        { subflows: { f: called } },
      ).filter((line) => !line.startsWith("subflow_port")),
    ).toEqual(["unknown_subflow_variable inputs[1].name"]);
  });
});
