import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { type Drawing, drawBundle } from "../../kernel/draw-flow.ts";
import { randomBundle } from "../../kernel/fixtures/random-flows.ts";
import { type Bundle, bundleSchema } from "../../kernel/flow.ts";
import { validateBundle } from "../../kernel/validate.ts";
import { nodeRegistry as registry } from "../../nodes/registry.ts";
import { applyOps } from "../apply-ops.ts";
import { diffOps } from "../diff-ops.ts";
import { extractSubflow } from "./extract-subflow.ts";

const say = (text: string, title?: string) => ({
  kind: "message",
  config: { blocks: [{ type: "text", text }] },
  ...(title === undefined ? {} : { title }),
});

const DRAWING: Drawing = {
  nodes: {
    start: { kind: "start" },
    greet: say("您好 {{ name }}"),
    ask: { kind: "ask", config: { question: "订单号？", variable: "order" } },
    pick: {
      kind: "choice",
      config: {
        question: "{{ order }} 要做什么？",
        options: [
          { id: "back", label: "退货" },
          { id: "swap", label: "换货" },
        ],
      },
    },
    back: say("{{ name }}，{{ order }} 已登记退货"),
    swap: say("换货请稍候", "换货说明"),
    sorry: say("没有收到您的回答", "没等到"),
    bye: say("再见 {{ order }}"),
    end: { kind: "end" },
  },
  wires: [
    "start.next -> greet",
    "greet.next -> ask",
    "ask.answered -> pick",
    "ask.invalid -> sorry",
    "pick.back -> back",
    "pick.swap -> swap",
    "pick.other -> sorry",
    "back.next -> bye",
    "swap.next -> bye",
    "sorry.next -> end",
    "bye.next -> end",
  ],
  variables: [
    { name: "name", type: "text", default: "林女士" },
    { name: "order", type: "text" },
    { name: "other", type: "text" },
  ],
};
const bundle = bundleSchema.parse(drawBundle(DRAWING));

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};
const extract = (nodes: readonly string[], from: Bundle = bundle) =>
  extractSubflow(from, "main", { nodes, subflowId: "order", title: "查订单", newId: counter() });
function extracted(nodes: readonly string[], from?: Bundle): Bundle {
  const result = extract(nodes, from);
  if (result.isRefused) throw new Error(result.reason);
  return result.bundle;
}
const reasonOf = (nodes: readonly string[], from?: Bundle) => {
  const result = extract(nodes, from);
  return result.isRefused ? [result.reason, ...result.nodes] : null;
};
const wires = ({ edges }: Bundle["flow"]) => edges.map(({ from, port, to }) => `${from}.${port} -> ${to}`);

describe("nodes that become a flow of their own", () => {
  test.each([
    ["退货", ["退货"]],
    ["换货", ["换货"]],
    ["看看", ["看看", "看看", "看看"]],
  ])("talk as they did before: %s", (_name, answers) => {
    const talk = (drawn: Bundle) => {
      const chat = converse(drawn, { registry });
      const said = [chat.start(), chat.send("A1001"), ...answers.map((answer) => chat.send(answer))];
      return [said, chat.vars];
    };
    expect(talk(extracted(["ask", "pick", "back"]))).toEqual(talk(bundle));
  });

  test("leave a call behind that takes their wires, with an exit for each goal", () => {
    const { flow, subflows } = extracted(["ask", "pick", "back"]);
    expect(flow.nodes.map(({ id }) => id)).toEqual([
      "start",
      "greet",
      "new-1",
      "swap",
      "sorry",
      "bye",
      "end",
    ]);
    expect(wires(flow)).toEqual([
      "start.next -> greet",
      "greet.next -> new-1",
      "swap.next -> bye",
      "sorry.next -> end",
      "bye.next -> end",
      "new-1.done -> sorry",
      "new-1.exit-2 -> swap",
      "new-1.exit-3 -> bye",
    ]);
    expect(flow.nodes[2]?.config).toEqual({
      flowId: "order",
      inputs: [
        { name: "name", value: { type: "expression", source: "name" } },
        { name: "order", value: { type: "expression", source: "order" } },
      ],
      outputs: [{ name: "order", variable: "order" }],
      exits: [{ id: "exit-2", label: "换货说明" }, { id: "exit-3" }],
    });
    expect(subflows.order?.title).toBe("查订单");
    expect(subflows.order?.variables.map(({ name }) => name)).toEqual(["name", "order"]);
  });

  test("bring no error along", () => {
    const errors = validateBundle(extracted(["ask", "pick", "back"]), registry).filter(
      ({ severity }) => severity === "error",
    );
    expect(errors).toEqual([]);
  });

  test("leave starts and ends where they are", () => {
    const all = extracted(bundle.flow.nodes.map(({ id }) => id));
    expect(all.flow.nodes.map(({ kind }) => kind)).toEqual(["start", "subflow", "end"]);
    expect(converse(all, { registry }).start()).toEqual(converse(bundle, { registry }).start());
  });

  test("keep an open port an open port: the call's own exit stays free for the author to wire", () => {
    const open = bundleSchema.parse(
      drawBundle({
        ...DRAWING,
        wires: DRAWING.wires?.filter((wire) => !wire.startsWith("ask.invalid")) ?? [],
      }),
    );
    expect(wires(extracted(["ask"], open).flow)).toContain("new-1.exit-1 -> pick");
  });
});

describe("nodes that cannot", () => {
  test("are named with the reason", () => {
    expect(reasonOf([])).toEqual(["nothing"]);
    expect(reasonOf(["start", "end"])).toEqual(["nothing"]);
    expect(reasonOf(["pick", "sorry"])).toEqual(["several-entries", "pick", "sorry"]);
    const jump = bundleSchema.parse(
      drawBundle({
        ...DRAWING,
        nodes: { ...DRAWING.nodes, jump: { kind: "jump", config: { target: "back" } } },
      }),
    );
    expect(reasonOf(["back"], jump)).toEqual(["jumped-into", "back"]);
    expect(reasonOf(["jump"], jump)).toEqual(["jumps-out", "jump"]);
    const set = { ...bundle.flow.settings, fallback: { to: "back" } };
    expect(reasonOf(["back"], { ...bundle, flow: { ...bundle.flow, settings: set } })?.[0]).toBe(
      "jumped-into",
    );
  });

  test("are left alone when the new flow's id is taken", () => {
    expect(reasonOf(["ask"], { ...bundle, subflows: { order: bundle.flow } })).toEqual(["nothing"]);
  });
});

test("whatever is marked in whatever flow, the result is a document, every node is somewhere once, and one edit leads there", () => {
  fc.assert(
    fc.property(randomBundle, fc.subarray(["n0", "n1", "n2", "n3", "n4", "n5"]), (drawn, marked) => {
      const result = extract(marked, drawn);
      if (result.isRefused) return;
      const { flow, subflows } = bundleSchema.parse(result.bundle);
      const ids = [...flow.nodes, ...(subflows.order?.nodes ?? [])].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(drawn.flow.nodes.every(({ id }) => ids.includes(id))).toBe(true);
      expect(applyOps(drawn, diffOps(drawn, result.bundle))).toEqual(result.bundle);
    }),
  );
});
