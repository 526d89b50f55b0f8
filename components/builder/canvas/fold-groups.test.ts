import { expect, test } from "vitest";
import { foldGroups, groupNodes } from "#flows/editing/edits/groups.ts";
import { setNodeField } from "#flows/editing/edits/set-config.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { createFolder, FOLDED_SIZE } from "./fold-groups.ts";
import { toGroupMark } from "./node-problems.ts";
import { createReactFlowBridge } from "./to-react-flow.ts";

const ask = (question: string) => ({ kind: "ask", config: { question } });
const plain = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, a: ask("A？"), b: ask("B？"), c: ask("C？"), end: { kind: "end" } },
    wires: [
      "start.next -> a",
      "a.answered -> b",
      "a.invalid -> end",
      "b.answered -> c",
      "b.invalid -> a",
      "c.answered -> end",
    ],
  }),
);
const grouped = groupNodes(plain, "main", { id: "g", title: "问", nodes: ["a", "b"] });
const FOLDED = new Set(["g"]);

function canvas() {
  const [draw, fold] = [createReactFlowBridge(), createFolder()];
  return (bundle: Bundle, folded: ReadonlySet<string>) => fold(draw(bundle, "main", "zh-CN"), folded);
}

test("a folded group is one card in the place of its members, which stay in the picture unseen", () => {
  const { nodes } = canvas()(grouped, FOLDED);
  expect(nodes.filter(({ hidden }) => hidden === true).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(nodes.find(({ id }) => id === "group:g")).toMatchObject({
    type: "folded",
    position: { x: 280, y: 0 },
    data: { count: 2 },
    ...FOLDED_SIZE,
  });
});

test("wires from outside hang on the card, those inside are gone, all others stay the same objects", () => {
  const draw = canvas();
  const open = draw(grouped, new Set());
  const { edges } = draw(grouped, FOLDED);
  expect(edges.map(({ id, source, target }) => [id, source, target])).toEqual([
    ["e1", "start", "group:g"],
    ["e3", "group:g", "end"],
    ["e4", "group:g", "c"],
    ["e6", "c", "end"],
  ]);
  expect(edges[3]).toBe(open.edges[5]);
});

test("an edit elsewhere draws nothing of a folded group again", () => {
  const draw = canvas();
  const before = draw(grouped, FOLDED);
  const edited = setNodeField(grouped, { flowId: "main", nodeId: "c" }, { title: "C" });
  const after = draw(edited, FOLDED);
  expect(after.nodes.filter((node, i) => node !== before.nodes[i]).map(({ id }) => id)).toEqual(["c"]);
  expect(after.edges.filter((edge, i) => edge !== before.edges[i]).map(({ id }) => id)).toEqual(["e4", "e6"]);
});

test("what is wrong inside is counted on the card", () => {
  const problem = (nodeId: string, severity: "error" | "warning") => ({
    severity,
    code: "x",
    flowId: "main",
    nodeId,
    path: null,
    facts: {},
    text: { "zh-CN": "", en: "" },
  });
  const problems = [
    problem("a", "error"),
    problem("b", "error"),
    problem("b", "warning"),
    problem("c", "error"),
  ];
  expect(toGroupMark(problems, "main", ["a", "b"])).toBe("2/1");
});

test("folding is a field of the group that goes when it is opened again", () => {
  const folded = foldGroups(grouped, "main", { groupIds: ["g"], isFolded: true });
  expect(folded.flow.groups[0]?.collapsed).toBe(true);
  expect(foldGroups(folded, "main", { groupIds: ["g"], isFolded: false })).toEqual(grouped);
  expect(foldGroups(folded, "main", { groupIds: ["g"], isFolded: true })).toBe(folded);
});
