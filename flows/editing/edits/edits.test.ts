import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBundle } from "../../kernel/draw-flow.ts";
import { randomBundle } from "../../kernel/fixtures/random-flows.ts";
import { type Bundle, bundleSchema, type FlowEdge } from "../../kernel/flow.ts";
import { definitions } from "../../nodes/index.ts";
import { copySelection, parseClip, pasteClip } from "../clipboard.ts";
import { freshId } from "../fresh-id.ts";
import { getFlow } from "../locate.ts";
import { addNode } from "./add-node.ts";
import { alignNodes, distributeNodes } from "./align-nodes.ts";
import { connect, disconnect, reconnect } from "./connect.ts";
import { groupNodes, moveToGroup, ungroup } from "./groups.ts";
import { insertOnEdge } from "./insert-on-edge.ts";
import { moveNodes } from "./move-nodes.ts";
import { addNote, removeNote, updateNote } from "./notes.ts";
import { removeSelection } from "./remove-selection.ts";
import { replaceKind } from "./replace-kind.ts";
import { setConfigAt, setForNodes, setNodeField } from "./set-config.ts";
import { addVariable, removeVariable, updateVariable } from "./variables.ts";

const MAIN = "main";
const kinds = Object.keys(definitions);

const bundle: Bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      greet: { kind: "message", config: { blocks: [{ type: "text", text: "您好" }] }, title: "问好" },
      ask: { kind: "ask", config: { question: "怎么称呼您？" } },
      end: { kind: "end" },
    },
    wires: ["start.next -> greet", "greet.next -> ask", "ask.answered -> end", "ask.invalid -> greet"],
  }),
);

const wires = (of: Bundle) => of.flow.edges.map(({ from, port, to }) => `${from}.${port} -> ${to}`).sort();

describe("a wire", () => {
  test("takes the place of the one that held its port", () => {
    const edited = connect(bundle, MAIN, { id: "new", from: "greet", port: "next", to: "end" });
    expect(wires(edited)).toContain("greet.next -> end");
    expect(wires(edited)).not.toContain("greet.next -> ask");
  });

  test("keeps its id when one end is moved", () => {
    const edited = reconnect(bundle, MAIN, { edgeId: "e4", from: "ask", port: "invalid", to: "end" });
    expect(edited.flow.edges.find(({ id }) => id === "e4")?.to).toBe("end");
    expect(edited.flow.edges).toHaveLength(4);
  });

  test("never leads into a start, or to what is not there", () => {
    expect(connect(bundle, MAIN, { id: "x", from: "ask", port: "invalid", to: "start" })).toBe(bundle);
    expect(connect(bundle, MAIN, { id: "x", from: "ask", port: "invalid", to: "gone" })).toBe(bundle);
  });

  test("drawn again where it is changes nothing", () => {
    expect(connect(bundle, MAIN, { id: "x", from: "greet", port: "next", to: "ask" })).toBe(bundle);
    expect(disconnect(bundle, MAIN, ["gone"])).toBe(bundle);
  });
});

describe("removing", () => {
  test("heals where one wire came in and one went out", () => {
    const edited = removeSelection(bundle, MAIN, { nodes: ["ask"] });
    expect(wires(edited)).toEqual(["start.next -> greet"]);
    const chain = removeSelection(disconnect(bundle, MAIN, ["e4"]), MAIN, { nodes: ["greet", "ask"] });
    expect(wires(chain)).toEqual(["start.next -> end"]);
  });

  test("heals also when box select marked the wires along", () => {
    const plain = disconnect(bundle, MAIN, ["e4"]);
    const edited = removeSelection(plain, MAIN, { nodes: ["greet"], edges: ["e1", "e2"] });
    expect(wires(edited)).toContain("start.next -> ask");
  });

  test("leaves the only start", () => {
    expect(removeSelection(bundle, MAIN, { nodes: ["start"] })).toBe(bundle);
  });

  test("takes a group away with its last member", () => {
    const grouped = groupNodes(bundle, MAIN, { id: "g", title: "开场", nodes: ["greet", "ask"] });
    expect(removeSelection(grouped, MAIN, { nodes: ["greet"] }).flow.groups[0]?.nodes).toEqual(["ask"]);
    expect(removeSelection(grouped, MAIN, { nodes: ["greet", "ask"] }).flow.groups).toEqual([]);
    expect(removeSelection(grouped, MAIN, { groups: ["g"] }).flow.nodes).toBe(grouped.flow.nodes);
  });
});

describe("inserting into a wire", () => {
  test("leads through the new node", () => {
    const added = addNode(bundle, MAIN, { id: "mid", kind: "message", position: { x: 1.4, y: 2 } });
    const edited = insertOnEdge(added, MAIN, { edgeId: "e2", nodeId: "mid", newEdgeId: "e9" });
    expect(wires(edited)).toEqual(expect.arrayContaining(["greet.next -> mid", "mid.next -> ask"]));
  });

  test("does not tear a node out of its own wires", () => {
    expect(insertOnEdge(bundle, MAIN, { edgeId: "e1", nodeId: "ask", newEdgeId: "e9" })).toBe(bundle);
  });
});

describe("replacing a kind", () => {
  test("carries title, sentence and wire along", () => {
    const edited = replaceKind(bundle, { flowId: MAIN, nodeId: "greet" }, "choice");
    const node = edited.flow.nodes.find(({ id }) => id === "greet");
    expect(node).toMatchObject({ kind: "choice", title: "问好", config: { question: "您好" } });
    const back = replaceKind(edited, { flowId: MAIN, nodeId: "greet" }, "message");
    expect(back.flow.nodes.find(({ id }) => id === "greet")?.config).toMatchObject({
      blocks: [{ type: "text", text: "您好" }],
    });
    expect(wires(replaceKind(bundle, { flowId: MAIN, nodeId: "greet" }, "ask"))).toContain(
      "greet.answered -> ask",
    );
  });
});

describe("a field", () => {
  const place = { flowId: MAIN, nodeId: "ask" };

  test("is written alone, and what is beside it keeps its identity", () => {
    const edited = setConfigAt(bundle, place, { path: "reminder.text", value: "还在吗？" });
    expect(edited.flow.nodes[2]?.config).toEqual({
      question: "怎么称呼您？",
      reminder: { text: "还在吗？" },
    });
    expect(edited.flow.nodes[1]).toBe(bundle.flow.nodes[1]);
    expect(edited.flow.edges).toBe(bundle.flow.edges);
    expect(setConfigAt(bundle, place, { path: "question", value: "怎么称呼您？" })).toBe(bundle);
    expect(setConfigAt(bundle, place, { path: "__proto__.x", value: 1 })).toBe(bundle);
  });

  test("that is emptied leaves the document", () => {
    const edited = setNodeField(bundle, { flowId: MAIN, nodeId: "greet" }, { title: "" });
    expect(edited.flow.nodes[1]).not.toHaveProperty("title");
    const off = setForNodes(bundle, MAIN, { nodes: ["greet", "ask"], fields: { disabled: true } });
    expect(off.flow.nodes.filter(({ disabled }) => disabled)).toHaveLength(2);
    const on = setForNodes(off, MAIN, { nodes: ["greet", "ask"], fields: { disabled: false } });
    expect(on).toEqual(bundle);
  });

  test("of a variable is changed without its name", () => {
    const added = addVariable(bundle, MAIN, {
      name: "name",
      type: "text",
      scope: "conversation",
      default: null,
      dataClass: "general",
      description: "称呼",
    });
    const edited = updateVariable(added, MAIN, { name: "name", type: "number", description: undefined });
    expect(edited.flow.variables[0]).toEqual({
      name: "name",
      type: "number",
      scope: "conversation",
      default: null,
      dataClass: "general",
    });
    expect(removeVariable(edited, MAIN, "name").flow.variables).toEqual([]);
  });
});

describe("boxes", () => {
  const boxes = new Map([
    ["start", { x: 0, y: 0, width: 100, height: 40 }],
    ["greet", { x: 130, y: 30, width: 100, height: 80 }],
    ["ask", { x: 400, y: 90, width: 100, height: 60 }],
  ]);
  const places = (of: Bundle) => of.flow.nodes.slice(0, 3).map(({ position }) => position);

  test("line up at their middles", () => {
    expect(places(alignNodes(bundle, MAIN, { boxes, side: "middle" })).map(({ y }) => y)).toEqual([
      55, 35, 45,
    ]);
  });

  test("stand at equal gaps", () => {
    const spread = distributeNodes(bundle, MAIN, { boxes, axis: "x" });
    expect(places(spread).map(({ x }) => x)).toEqual([0, 200, 400]);
  });
});

/** Every edit with whatever it might be called with. */
type Edit = (of: Bundle) => Bundle;

const nodeId = fc.constantFrom("start", "n0", "n1", "n2", "n5", "gone");
const flowId = fc.constantFrom("main", "inner", "self", "gone");
const counted = () => {
  let count = 0;
  return () => {
    count += 1;
    return `id${count}`;
  };
};

const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      flow: flowId,
      kind: fc.constantFrom(...kinds, "hologram"),
      x: fc.double({ noNaN: true, min: -9, max: 9 }),
    })
    .map(
      ({ flow, kind, x }): Edit =>
        (of) => {
          if (flow === "gone") return addNode(of, flow, { id: "x", kind, position: { x, y: x } });
          return addNode(of, flow, {
            id: freshId(getFlow(of, flow), () => "x"),
            kind,
            position: { x, y: x },
          });
        },
    ),
  fc.tuple(flowId, nodeId, nodeId, fc.constantFrom("next", "a", "error")).map(
    ([flow, from, to, port]): Edit =>
      (of) =>
        connect(of, flow, { id: `w-${from}-${port}`, from, port, to }),
  ),
  fc.tuple(flowId, fc.uniqueArray(nodeId)).map(
    ([flow, nodes]): Edit =>
      (of) =>
        removeSelection(of, flow, { nodes }),
  ),
  fc.tuple(flowId, nodeId, fc.constantFrom(...kinds)).map(
    ([flow, node, kind]): Edit =>
      (of) =>
        replaceKind(of, { flowId: flow, nodeId: node }, kind),
  ),
  fc.tuple(flowId, nodeId, fc.nat(9)).map(
    ([flow, node, at]): Edit =>
      (of) =>
        insertOnEdge(of, flow, { edgeId: `e${at}`, nodeId: node, newEdgeId: `i${node}` }),
  ),
  fc.tuple(flowId, fc.uniqueArray(nodeId)).map(
    ([flow, nodes]): Edit =>
      (of) =>
        groupNodes(of, flow, { id: "g", title: "组", nodes }),
  ),
  fc.tuple(flowId, nodeId).map(
    ([flow, node]): Edit =>
      (of) =>
        moveToGroup(of, flow, { nodes: [node].filter((id) => id !== "gone"), groupId: null }),
  ),
  fc.constant<Edit>((of) => ungroup(of, MAIN, ["g"])),
  fc.constant<Edit>((of) => addNote(of, MAIN, { id: "note", text: "备注", position: { x: 0, y: 0 } })),
  fc.constant<Edit>((of) => updateNote(of, MAIN, { id: "note", text: "改了" })),
  fc.constant<Edit>((of) => removeNote(of, MAIN, "note")),
  fc.tuple(flowId, nodeId).map(
    ([flow, node]): Edit =>
      (of) =>
        moveNodes(of, flow, { nodes: new Map([[node, { x: 0.4, y: 9.6 }]]) }),
  ),
  fc.tuple(nodeId, fc.constantFrom("question", "blocks[0].text", "options[7].label", "", "a..b")).map(
    ([node, path]): Edit =>
      (of) =>
        setConfigAt(of, { flowId: MAIN, nodeId: node }, { path, value: "文字" }),
  ),
  fc.tuple(flowId, fc.uniqueArray(nodeId)).map(
    ([flow, nodes]): Edit =>
      (of) => {
        const clip = parseClip(copySelection(of, flow, { nodes }));
        return clip === null
          ? of
          : pasteClip(of, clip, { flowId: MAIN, at: { x: 0, y: 0 }, newId: counted() }).bundle;
      },
  ),
);

const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;
const atPort = ({ from, port }: FlowEdge) => `${from}.${port}`;

test("whatever is edited, the document stays valid, ids stay unique and each port holds one wire", () => {
  fc.assert(
    fc.property(randomBundle, fc.array(randomEdit, { minLength: 1, maxLength: 12 }), (start, edits) => {
      const edited = edits.reduce((of, edit) => edit(of), start);
      expect(bundleSchema.parse(edited)).toEqual(edited);
      for (const flow of [edited.flow, ...Object.values(edited.subflows)]) {
        expect(isUnique(flow.nodes.map(({ id }) => id))).toBe(true);
        expect(isUnique(flow.edges.map(({ id }) => id))).toBe(true);
        expect(isUnique(flow.edges.map(atPort))).toBe(true);
        expect(flow.nodes.filter(({ kind }) => kind === "start")).toHaveLength(1);
      }
    }),
  );
});

test("removing leaves no wire at what was removed, and no new loose end", () => {
  fc.assert(
    fc.property(randomBundle, fc.uniqueArray(nodeId), (start, nodes) => {
      const { flow } = removeSelection(start, MAIN, { nodes });
      const known = new Set([...flow.nodes.map(({ id }) => id), "gone"]);
      for (const { from, to } of flow.edges) {
        expect(known).toContain(from);
        if (!start.flow.nodes.some(({ id }) => id === to)) continue;
        expect(known).toContain(to);
      }
    }),
  );
});
