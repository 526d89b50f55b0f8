import { describe, expect, it } from "vitest";
import { flowSchema } from "#flows/kernel/flow.ts";
import { listUpstreamNames } from "./list-upstream-names.ts";
import { listVariables, toKnownNames } from "./list-variables.ts";

const position = { x: 0, y: 0 };
const ask = (id: string, variable: string) => ({
  id,
  kind: "ask",
  version: 1,
  position,
  config: { question: "?", variable },
});
const wire = (from: string, to: string) => ({ id: `${from}-${to}`, from, port: "answered", to });

/** `count` times a node from which two ways part and meet again: a tree walk would take 2^count steps. */
function drawDiamonds(count: number) {
  const nodes = [ask("n0", "v0")];
  const edges = [];
  for (let i = 0; i < count; i += 1) {
    nodes.push(ask(`a${i}`, `a${i}`), ask(`b${i}`, `b${i}`), ask(`n${i + 1}`, `v${i + 1}`));
    edges.push(
      wire(`n${i}`, `a${i}`),
      wire(`n${i}`, `b${i}`),
      wire(`a${i}`, `n${i + 1}`),
      wire(`b${i}`, `n${i + 1}`),
    );
  }
  return flowSchema.parse({ schema: 1, nodes, edges });
}

describe("listUpstreamNames", () => {
  it("knows what was set on any way to the node, and nothing behind it", () => {
    const flow = drawDiamonds(1);
    expect([...listUpstreamNames(flow, "n1")].sort()).toEqual(["a0", "b0", "v0"]);
    expect([...listUpstreamNames(flow, "a0")]).toEqual(["v0"]);
    expect([...listUpstreamNames(flow, "n0")]).toEqual([]);
  });

  it("walks twenty chained diamonds once, where a walk of every path would never end", () => {
    expect(listUpstreamNames(drawDiamonds(20), "n20").size).toBe(60);
  });

  it("goes on through a jump and round a circle", () => {
    const flow = flowSchema.parse({
      schema: 1,
      nodes: [
        ask("one", "first"),
        { id: "jump", kind: "jump", version: 1, position, config: { target: "two" } },
        ask("two", "second"),
      ],
      edges: [wire("one", "jump"), { ...wire("two", "two"), port: "invalid" }],
    });
    expect([...listUpstreamNames(flow, "two")].sort()).toEqual(["first", "second"]);
  });
});

describe("listVariables", () => {
  const flow = flowSchema.parse({
    schema: 1,
    nodes: [ask("one", "late"), ask("two", "x")],
    edges: [wire("one", "two")],
    variables: [
      { name: "other", type: "text" },
      { name: "late", type: "text" },
      { name: "ready", type: "number", default: 1 },
    ],
  });

  it("puts what may be set first and the built-in names last", () => {
    expect(listVariables(flow, "two").map(({ name }) => name)).toEqual([
      "late",
      "ready",
      "other",
      "context",
      "now",
      "message",
      "locale",
      "channel",
    ]);
  });

  it("gives the same set of names for the same variables", () => {
    expect(toKnownNames(flow.variables)).toBe(toKnownNames(flow.variables));
    expect(toKnownNames(flow.variables).has("now")).toBe(true);
  });
});
