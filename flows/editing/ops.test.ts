import fc from "fast-check";
import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import type { Bundle } from "../kernel/flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import { applyOps } from "./apply-ops.ts";
import { diffOps } from "./diff-ops.ts";
import { addNode } from "./edits/add-node.ts";
import { connect } from "./edits/connect.ts";
import { mergeOps } from "./merge-ops.ts";

/** Any JSON does: operations know maps and lists, not flows. */
const asBundle = (value: Json): Bundle => value as unknown as Bundle;

const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const { value } = fc.letrec<{ value: Json; element: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("x", "y", 1, 2, true, null),
    fc.dictionary(fc.constantFrom("p", "q", "r", "@a", "__proto__"), tie("value"), { maxKeys: 4 }),
    fc.array(fc.constantFrom("x", "y", 1), { maxLength: 3 }),
    fc.uniqueArray(tie("element"), { selector: (element) => (element as { id: string }).id, maxLength: 6 }),
  ),
  element: fc.record({ id, v: tie("value") }),
}));
const document = fc.dictionary(fc.constantFrom("flow", "subflows", "faqSets"), value, { maxKeys: 3 });

test("what was before, with the difference applied, is what is after", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const ops = diffOps(asBundle(before), asBundle(after));
      expect(applyOps(asBundle(before), ops)).toEqual(after);
      expect(JSON.parse(JSON.stringify(ops))).toEqual(ops);
    }),
    { numRuns: 2_000 },
  );
});

test("the difference back undoes it", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const done = applyOps(asBundle(before), diffOps(asBundle(before), asBundle(after)));
      expect(applyOps(done, diffOps(asBundle(after), asBundle(before)))).toEqual(before);
    }),
    { numRuns: 1_000 },
  );
});

test("operations on the document they were made for meet no conflict", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const merge = mergeOps(asBundle(before), diffOps(asBundle(before), asBundle(after)));
      expect(merge.conflicts).toEqual([]);
      expect(merge.bundle).toEqual(after);
    }),
    { numRuns: 1_000 },
  );
});

test("the same operations a second time change nothing", () => {
  const before = asBundle({
    flow: {
      nodes: [
        { id: "a", t: 1 },
        { id: "b", t: 1 },
      ],
    },
  });
  const after = asBundle({
    flow: {
      nodes: [
        { id: "b", t: 2 },
        { id: "c", t: 1 },
      ],
    },
  });
  const once = mergeOps(before, diffOps(before, after));
  const twice = mergeOps(once.bundle, diffOps(before, after));
  expect(twice.conflicts).toEqual([]);
  expect(twice.bundle).toEqual(after);
});

const NODE_IDS = ["a", "b", "c", "d"] as const;
type Fields = { readonly title: string; readonly text: string };
type Doc = { readonly flow: { readonly nodes: readonly (Fields & { readonly id: string })[] } };
const start: Doc = { flow: { nodes: NODE_IDS.map((nodeId) => ({ id: nodeId, title: "-", text: "-" })) } };

const edit = (doc: Doc, [nodeId, field, words]: readonly [string, keyof Fields, string]): Doc => ({
  flow: { nodes: doc.flow.nodes.map((node) => (node.id === nodeId ? { ...node, [field]: words } : node)) },
});

test("edits of two people to different fields all survive, in whatever order they arrive", () => {
  const edits = (names: readonly string[]) =>
    fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom("title", "text"), fc.string({ maxLength: 3 })),
      {
        maxLength: 8,
      },
    );
  fc.assert(
    fc.property(edits(["a", "b"]), edits(["c", "d"]), fc.array(fc.boolean()), (mine, theirs, order) => {
      const one = mine.reduce(edit as (doc: Doc, change: (typeof mine)[number]) => Doc, start);
      const other = theirs.reduce(edit as (doc: Doc, change: (typeof theirs)[number]) => Doc, start);
      const ops = [one, other].map((doc) => diffOps(asBundle(start), asBundle(doc)));
      const queue = order.map((first) => (first ? 0 : 1));
      const arrival = [...new Set([...queue, 0, 1])];
      const merged = arrival.reduce((bundle, who) => {
        const merge = mergeOps(bundle, ops[who] ?? []);
        expect(merge.conflicts).toEqual([]);
        return merge.bundle;
      }, asBundle(start));
      const expected = {
        flow: { nodes: [...one.flow.nodes.slice(0, 2), ...other.flow.nodes.slice(2)] },
      };
      expect(merged).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test("the same field edited by both keeps what came first and hands the other back", () => {
  const mine = edit(start, ["a", "text", "mine"]);
  const theirs = edit(start, ["a", "text", "theirs"]);
  const saved = mergeOps(asBundle(start), diffOps(asBundle(start), asBundle(theirs)));
  const merge = mergeOps(saved.bundle, diffOps(asBundle(start), asBundle(mine)));
  expect(merge.bundle).toEqual(theirs);
  expect(merge.conflicts).toEqual([
    {
      op: { type: "set", path: ["flow", "nodes", "@a", "text"], before: "-", value: "mine" },
      reason: "changed",
      theirs: "theirs",
    },
  ]);
});

test("what was edited is not removed by somebody who has not seen the edit, and an edit of what is gone is handed back", () => {
  const removed: Doc = { flow: { nodes: start.flow.nodes.filter(({ id: nodeId }) => nodeId !== "a") } };
  const edited = edit(start, ["a", "text", "new"]);
  const remove = diffOps(asBundle(start), asBundle(removed));
  const change = diffOps(asBundle(start), asBundle(edited));
  expect(mergeOps(asBundle(edited), remove).conflicts).toMatchObject([{ reason: "changed" }]);
  expect(mergeOps(asBundle(removed), change).conflicts).toMatchObject([{ reason: "gone" }]);
});

test("a wire to a node that is gone is handed back instead of leading nowhere", () => {
  const wired = asBundle({ flow: { nodes: [{ id: "a" }, { id: "b" }], edges: [] } });
  const next = asBundle({
    flow: { nodes: [{ id: "a" }, { id: "b" }], edges: [{ id: "e", from: "a", port: "next", to: "b" }] },
  });
  const gone = asBundle({ flow: { nodes: [{ id: "a" }], edges: [] } });
  expect(mergeOps(gone, diffOps(wired, next))).toMatchObject({
    bundle: gone,
    conflicts: [{ reason: "gone" }],
  });
});

test("an edit in one node leaves every other node the same object", () => {
  const before = asBundle(start);
  const after = applyOps(before, diffOps(before, asBundle(edit(start, ["b", "title", "new"]))));
  expect(after.flow.nodes[0]).toBe(before.flow.nodes[0]);
  expect(after.flow.nodes[1]).not.toBe(before.flow.nodes[1]);
});

test("a node and its wire, added at once, are saved together, in whatever order the stored document has its keys", () => {
  const drawn = bundleSchema.parse(
    drawBundle({ nodes: { start: { kind: "start" }, bye: { kind: "end" } }, wires: ["start.next -> bye"] }),
  );
  const { nodes, edges, ...rest } = drawn.flow;
  const stored: Bundle = { ...drawn, flow: { edges, nodes, ...rest } };
  const added = addNode(stored, "main", { id: "ask", kind: "ask", position: { x: 0, y: 0 } });
  const edited = connect(added, "main", { id: "wire", from: "start", port: "next", to: "ask" });
  const merge = mergeOps(stored, diffOps(stored, edited));
  expect(merge.conflicts).toEqual([]);
  expect(merge.bundle).toEqual(edited);
});
