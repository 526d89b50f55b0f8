import { describe, expect, test } from "vitest";
import { type Drawing, drawBundle, drawFlow } from "./draw-flow.ts";
import { type BundleInput, bundleSchema } from "./flow.ts";
import { TEST_KINDS } from "./test-kinds.ts";
import { validateBundle } from "./validate.ts";

const START = { kind: "start" };
const END = { kind: "end" };

function check(drawing: Drawing, rest: Omit<BundleInput, "flow"> = {}) {
  return validateBundle(bundleSchema.parse(drawBundle(drawing, rest)), TEST_KINDS);
}

function codes(drawing: Drawing, rest: Omit<BundleInput, "flow"> = {}) {
  return check(drawing, rest).map(({ code, nodeId }) => (nodeId === null ? code : `${code} ${nodeId}`));
}

test("has nothing to say about a flow that is complete", () => {
  expect(
    codes({
      nodes: {
        start: START,
        order: { kind: "ask", config: { question: "订单号？", saveTo: "order" } },
        say: { kind: "say", config: { text: "查到 {{ upper(order) }}，{{ message }}" } },
        end: END,
      },
      wires: ["start.next -> order", "order.answered -> say", "say.next -> end"],
      variables: [{ name: "order", type: "text" }],
    }),
  ).toEqual([]);
});

test("lists all problems at once, each with its place and in both languages", () => {
  const problems = check({
    nodes: {
      start: START,
      ask: { kind: "ask", title: "问单号", config: { question: "{{ oder + }}", saveTo: "order" } },
      set: { kind: "set", config: { name: "x", expression: "1 +" } },
      lost: { kind: "say", config: { text: "没人来" } },
      future: { kind: "hologram" },
      empty: { kind: "say" },
    },
    wires: [
      "start.next -> ask",
      "ask.answered -> set",
      "ask.maybe -> set",
      "set.next -> nowhere",
      "lost.next -> future",
    ],
  });

  expect(problems.map(({ code, nodeId }) => `${nodeId}: ${code}`)).toEqual([
    "ask: edge_without_port",
    "set: edge_without_target",
    "ask: bad_template",
    "ask: unknown_variable",
    "set: unknown_variable",
    "set: bad_expression",
    "future: unknown_kind",
    "empty: invalid_config",
    "lost: unreachable_node",
    "future: unreachable_node",
    "empty: unreachable_node",
  ]);
  expect(problems.find(({ code }) => code === "unknown_variable")).toMatchObject({
    severity: "error",
    flowId: "main",
    path: "saveTo",
    facts: { name: "order" },
    text: { "zh-CN": "「问单号」用到了没有定义的变量「order」。", en: expect.stringContaining("“order”") },
  });
});

describe("structure", () => {
  test("wants one start, not none and not two", () => {
    expect(codes({ nodes: { end: END } })).toContain("missing_start");
    expect(
      codes({ nodes: { a: START, b: START, end: END }, wires: ["a.next -> end", "b.next -> end"] }),
    ).toEqual(["several_starts b"]);
  });

  test("finds ids, variables and ports that occur twice", () => {
    const flow = drawFlow({
      nodes: { start: START, end: END },
      wires: ["start.next -> end", "start.next -> end"],
      variables: [
        { name: "a", type: "text" },
        { name: "a", type: "number" },
        { name: "now", type: "number" },
      ],
    });
    const doubled = { ...flow, nodes: [...flow.nodes, ...flow.nodes.slice(1)] };
    const problems = validateBundle(bundleSchema.parse({ flow: doubled }), TEST_KINDS);
    expect(problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "duplicate_node",
      "duplicate_variable",
      "reserved_variable",
      "port_wired_twice",
    ]);
  });

  test("finds wires that occur twice or come from nowhere", () => {
    const flow = drawFlow({
      nodes: { start: START, end: END },
      wires: ["start.next -> end", "gone.next -> end"],
    });
    const doubled = { ...flow, edges: flow.edges.map((edge) => ({ ...edge, id: "e" })) };
    const problems = validateBundle(bundleSchema.parse({ flow: doubled }), TEST_KINDS);
    expect(problems.map(({ code }) => code)).toEqual(["duplicate_edge", "edge_without_source"]);
  });

  test("lets an exit of a sub-flow return to its caller, but says so", () => {
    const inner = drawFlow({ nodes: { start: START } });
    const problems = validateBundle(
      bundleSchema.parse(
        drawBundle(
          { nodes: { start: START, end: END }, wires: ["start.next -> end"] },
          { subflows: { inner } },
        ),
      ),
      TEST_KINDS,
    );
    expect(problems.map(({ code, severity, flowId }) => [code, severity, flowId])).toEqual([
      ["subflow_port_not_wired", "warning", "inner"],
    ]);
  });

  test("names a node whose old settings cannot be read any more", () => {
    const upgrade = () => {
      throw new Error("damaged");
    };
    const { say } = TEST_KINDS;
    if (say === undefined) throw new Error("no such test kind");
    const kinds = {
      ...TEST_KINDS,
      say: { ...say, definition: { ...say.definition, version: 2, migrations: [upgrade] } },
    };
    const bundle = drawBundle({
      nodes: { start: START, say: { kind: "say", config: { text: "x" } } },
      wires: ["start.next -> say"],
    });
    expect(validateBundle(bundleSchema.parse(bundle), kinds).map(({ code }) => code)).toEqual([
      "failed_migration",
    ]);
  });

  test("wants every exit wired, but for optional ones, and names it as its author does", () => {
    const problems = check({
      nodes: {
        start: START,
        ask: {
          kind: "ask",
          title: "手机号",
          config: { question: "？", saveTo: "message", timeoutMs: 1_000 },
        },
      },
      wires: ["start.next -> ask"],
    });
    expect(problems.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ["port_not_wired", "error", "ports.answered"],
      ["port_not_handled", "warning", "ports.timeout"],
    ]);
  });

  test("wants the error port wired once a node is set to leave through it", () => {
    expect(
      codes({
        nodes: { start: START, say: { kind: "say", config: { text: "x" }, onError: { mode: "port" } } },
        wires: ["start.next -> say"],
      }),
    ).toEqual(["error_port_not_wired say"]);
  });
});

describe("references", () => {
  test("reads templates and expressions, and says where they break", () => {
    const [problem] = check({
      nodes: { start: START, ask: { kind: "ask", config: { question: "好", saveTo: "a" } } },
      wires: ["start.next -> ask", "ask.answered -> ask"],
      settings: { fallback: { text: "抱歉 {{ 1 + }}" } },
      variables: [{ name: "a", type: "text" }],
    }).filter(({ severity }) => severity === "error");
    expect(problem).toMatchObject({
      code: "bad_settings_template",
      path: "settings.fallback.text",
      facts: { position: 11 },
    });
  });

  test("finds a variable that the texts of the settings read and nobody declares", () => {
    const [problem] = check({
      nodes: { start: START, end: END },
      wires: ["start.next -> end"],
      settings: { fallback: { text: "{{ nmae }}" } },
    });
    expect(problem).toMatchObject({
      code: "unknown_settings_variable",
      severity: "error",
      facts: { name: "nmae" },
    });
  });

  test("finds settings that point at what is gone", () => {
    expect(
      codes({
        nodes: { start: START, end: END },
        wires: ["start.next -> end"],
        settings: {
          fallback: { to: "gone" },
          repair: { human: { to: "gone" }, cancel: { to: "gone" }, digress: { faqSets: ["gone"] } },
        },
      }),
    ).toEqual([
      "missing_settings_node",
      "missing_settings_node",
      "missing_settings_node",
      "missing_settings_faq_set",
    ]);
  });
});

describe("graph", () => {
  const say = { kind: "say", config: { text: "x" } };

  test("refuses a circle that never waits, and allows one that does", () => {
    const wires = ["start.next -> a", "a.next -> b", "b.next -> a"];
    expect(codes({ nodes: { start: START, a: say, b: say }, wires })).toEqual(["endless_cycle a"]);
    const heed = { kind: "heed", config: {} };
    expect(
      codes({
        nodes: { start: START, a: say, b: heed },
        wires: ["start.next -> a", "a.next -> b", "b.else -> a"],
      }),
    ).toEqual([]);
  });

  test("refuses a node that leads to itself", () => {
    expect(codes({ nodes: { start: START, a: say }, wires: ["start.next -> a", "a.next -> a"] })).toEqual([
      "endless_cycle a",
    ]);
  });

  test("lets the settings reach a node that no wire reaches", () => {
    expect(
      codes({
        nodes: { start: START, end: END, human: say },
        wires: ["start.next -> end"],
        settings: { repair: { human: { to: "human" } } },
      }),
    ).toEqual([]);
  });

  test("finds sub-flows that are gone, call themselves, or are nested too deep", () => {
    const call = (flowId: string): Drawing => ({
      nodes: { start: START, call: { kind: "subflow", config: { flowId } } },
      wires: ["start.next -> call"],
    });
    const main: Drawing = { ...call("f1"), wires: ["start.next -> call", "call.done -> start"] };
    const errors = (rest: Omit<BundleInput, "flow">) =>
      check(main, rest)
        .filter(({ severity }) => severity === "error")
        .map(({ code, flowId }) => `${code} ${flowId}`);

    expect(errors({ subflows: {} })).toEqual(["missing_flow main", "endless_cycle main"]);
    expect(errors({ subflows: { f1: drawFlow(call("f1")) } })).toContain("recursive_subflow f1");
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `f${i + 1}`,
        drawFlow(i === 8 ? { nodes: { start: START } } : call(`f${i + 2}`)),
      ]),
    );
    expect(errors({ subflows: chain })).toContain("subflows_too_deep main");
  });

  test("checks 500 nodes within a few frames", () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [
        `n${i}`,
        { kind: "ask", config: { question: `{{ v }} ${i}`, saveTo: "v" } },
      ]),
    );
    const drawing: Drawing = {
      nodes: { start: START, ...nodes },
      wires: [
        "start.next -> n0",
        ...Array.from({ length: 500 }, (_, i) => `n${i}.answered -> n${(i + 1) % 500}`),
      ],
      variables: [{ name: "v", type: "text" }],
    };
    const bundle = bundleSchema.parse(drawBundle(drawing));
    const startedAt = performance.now();
    expect(validateBundle(bundle, TEST_KINDS).filter(({ severity }) => severity === "error")).toEqual([]);
    // The bar is 200 ms; ten times that still tells a quadratic check from a linear one on a busy machine.
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
