import { expect, test } from "vitest";
import { groupNodes } from "#flows/editing/edits/groups.ts";
import { moveNodes } from "#flows/editing/edits/move-nodes.ts";
import { setConfigAt, setNodeField } from "#flows/editing/edits/set-config.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { type CardNode, createReactFlowBridge } from "./to-react-flow.ts";

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      ask: { kind: "ask", title: "问电话", config: { question: "您的手机号？", variable: "phone" } },
      amount: {
        kind: "condition",
        config: {
          branches: [
            {
              id: "large",
              when: {
                type: "rules",
                groups: [
                  {
                    rules: [
                      { left: "total", operator: "greater", right: 100 },
                      { left: "city", right: "上海" },
                    ],
                  },
                ],
              },
            },
          ],
        },
      },
      back: { kind: "jump", config: { target: "ask" } },
      alien: { kind: "hologram", config: {} },
    },
    wires: [
      "start.next -> ask",
      "ask.answered -> amount",
      "ask.skipped -> back",
      "alien.out -> ask",
      "amount.else -> gone",
    ],
  }),
);

const cardOf = (nodes: readonly { id: string; data: object }[], id: string) => {
  const node = nodes.find((candidate) => candidate.id === id);
  if (node === undefined || !("card" in node.data)) throw new Error(`no card ${id}`);
  return (node as CardNode).data.card;
};

test("a card says what the node asks and decides, in the reader's language", () => {
  const { nodes } = createReactFlowBridge()(bundle, "main", "zh-CN");
  expect(cardOf(nodes, "ask")).toMatchObject({
    title: "问电话",
    kindTitle: "提问",
    lines: [
      { text: "您的手机号？", look: "text" },
      { text: "phone", look: "store" },
    ],
  });
  expect(cardOf(nodes, "amount").ports).toEqual([
    { id: "large", label: "total 大于 100 且 city 等于 上海", hint: "", look: "plain" },
    { id: "else", label: "其他情况", hint: "", look: "plain" },
  ]);
  expect(cardOf(nodes, "back").lines).toEqual([{ text: "→ 问电话", look: "text" }]);
  const english = createReactFlowBridge()(bundle, "main", "en");
  expect(cardOf(english.nodes, "amount").ports[0]?.label).toBe(
    "total is greater than 100 and city equals 上海",
  );
});

test("a wire on a port that is gone stays visible, and so do kinds of a newer version", () => {
  const { nodes, edges } = createReactFlowBridge()(bundle, "main", "zh-CN");
  expect(cardOf(nodes, "ask").ports.at(-1)).toMatchObject({ id: "skipped", look: "lost" });
  expect(cardOf(nodes, "alien").ports).toMatchObject([{ id: "out" }]);
  expect(edges.map(({ id }) => id)).toEqual(["e1", "e2", "e3", "e4"]);
});

test("one changed node is one new object, all else is handed out again", () => {
  const draw = createReactFlowBridge();
  const before = draw(bundle, "main", "zh-CN");
  const edited = setConfigAt(
    bundle,
    { flowId: "main", nodeId: "ask" },
    { path: "question", value: "电话？" },
  );
  const after = draw(edited, "main", "zh-CN");
  expect(after.nodes.filter((node, i) => node !== before.nodes[i]).map(({ id }) => id)).toEqual(["ask"]);
  expect(after.edges.every((edge, i) => edge === before.edges[i])).toBe(true);
});

test("a moved node keeps its card, so it is moved and not drawn again", () => {
  const draw = createReactFlowBridge();
  const before = draw(bundle, "main", "zh-CN").nodes.find(({ id }) => id === "ask");
  const moved = moveNodes(bundle, "main", { nodes: new Map([["ask", { x: 9, y: 9 }]]) });
  const after = draw(moved, "main", "zh-CN").nodes.find(({ id }) => id === "ask");
  expect(after?.position).toEqual({ x: 9, y: 9 });
  expect(after?.data).toBe(before?.data);
});

test("a new title reaches the cards that name it, and no others", () => {
  const draw = createReactFlowBridge();
  const before = draw(bundle, "main", "zh-CN");
  const after = draw(
    setNodeField(bundle, { flowId: "main", nodeId: "ask" }, { title: "问手机" }),
    "main",
    "zh-CN",
  );
  expect(after.nodes.filter((node, i) => node !== before.nodes[i]).map(({ id }) => id)).toEqual([
    "ask",
    "back",
  ]);
});

test("a frame lies around its members", () => {
  const grouped = groupNodes(bundle, "main", { id: "g", title: "问", nodes: ["ask", "amount"] });
  const [frame] = createReactFlowBridge()(grouped, "main", "zh-CN").nodes;
  expect(frame).toMatchObject({ id: "group:g", type: "frame", position: { x: 260, y: -52 } });
  expect(frame?.width).toBe(280 + 248 + 40);
});
