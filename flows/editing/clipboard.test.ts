import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { randomBundle } from "../kernel/fixtures/random-flows.ts";
import { type Bundle, bundleSchema } from "../kernel/flow.ts";
import { copySelection, parseClip, pasteClip } from "./clipboard.ts";
import { groupNodes } from "./edits/groups.ts";

const MAIN = "main";
const at = { x: 100, y: 50 };

function countIds() {
  let count = 0;
  return () => {
    count += 1;
    return `copy${count}`;
  };
}

function copyAndPaste(bundle: Bundle, nodes: readonly string[]) {
  const clip = parseClip(copySelection(bundle, MAIN, { nodes }));
  if (clip === null) throw new Error("our own clip was refused");
  return { clip, pasted: pasteClip(bundle, clip, { flowId: MAIN, at, newId: countIds() }) };
}

test("a copy has the same shape: kinds, wires between them, jumps among them", () => {
  const some = fc.uniqueArray(fc.constantFrom("n0", "n1", "n2", "n3", "n4"), { minLength: 1 });
  fc.assert(
    fc.property(randomBundle, some, (bundle, wanted) => {
      const nodes = wanted.filter((id) => bundle.flow.nodes.some((node) => node.id === id));
      fc.pre(nodes.length > 0);
      const { clip, pasted } = copyAndPaste(bundle, nodes);
      const toNew = new Map(clip.nodes.map(({ id }, i) => [id, pasted.nodes[i] ?? ""]));
      const { flow } = pasted.bundle;
      expect(bundleSchema.parse(pasted.bundle)).toEqual(pasted.bundle);
      const inner = bundle.flow.edges.filter(({ from, to }) => toNew.has(from) && toNew.has(to));
      expect(
        flow.edges.slice(bundle.flow.edges.length).map(({ from, port, to }) => ({ from, port, to })),
      ).toEqual(inner.map(({ from, port, to }) => ({ from: toNew.get(from), port, to: toNew.get(to) })));
      for (const [old, renewed] of toNew) {
        const original = bundle.flow.nodes.find(({ id }) => id === old);
        const copy = flow.nodes.find(({ id }) => id === renewed);
        expect(copy?.kind).toBe(original?.kind);
        const target = original?.kind === "jump" ? original.config.target : null;
        if (typeof target === "string") expect(copy?.config.target).toBe(toNew.get(target) ?? target);
      }
      expect(flow.nodes.slice(0, bundle.flow.nodes.length)).toEqual(bundle.flow.nodes);
    }),
  );
});

const small = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      hello: { kind: "message", config: { blocks: [{ type: "text", text: "您好" }] } },
      back: { kind: "jump", config: { target: "hello" } },
      api: {
        kind: "http",
        config: {
          url: "https://example.com",
          apiKey: "sk-1",
          auth: { password: "p" },
          headers: [
            { name: "Authorization", value: "Bearer x" },
            { name: "Accept", value: "*/*" },
          ],
        },
      },
    },
    wires: ["start.next -> hello", "hello.next -> back"],
  }),
);

describe("a clip", () => {
  test("goes without keys and passwords", () => {
    const text = copySelection(small, MAIN, { nodes: ["api"] });
    expect(text).not.toMatch(/sk-1|Bearer|"p"/);
    expect(text).toContain("*/*");
  });

  test("takes a group along with all its members", () => {
    const grouped = groupNodes(small, MAIN, { id: "g", title: "开场", nodes: ["hello", "back"] });
    const clip = parseClip(copySelection(grouped, MAIN, { groups: ["g"] }));
    expect(clip?.nodes.map(({ id }) => id)).toEqual(["hello", "back"]);
    if (clip === null) return;
    const { bundle, nodes } = pasteClip(grouped, clip, { flowId: MAIN, at, newId: countIds() });
    expect(bundle.flow.groups.at(-1)?.nodes).toEqual(nodes);
    expect(bundle.flow.nodes.at(-2)?.position).toEqual(at);
  });

  test("leaves its start behind where the flow has one", () => {
    const { pasted } = copyAndPaste(small, ["start", "hello"]);
    expect(pasted.nodes).toHaveLength(1);
    expect(copyAndPaste(small, ["start"]).pasted).toMatchObject({ isRefused: true, bundle: small });
  });
});

describe("text that is no clip of ours is refused", () => {
  const good = copySelection(small, MAIN, { nodes: ["hello"] });

  test.each([
    ["prose", "今天天气不错 jieda-clip"],
    ["nothing", ""],
    ["another format", '{"format":"dify"}'],
    ["a later version", good.replace('"version":1', '"version":9')],
    ["more than the format holds", good.replace("{", '{"script":"x",')],
    ["a forbidden key", good.replace('"config":{', '"config":{"__proto__":{"x":1},')],
    ["a bottomless pit", `{"format":"jieda-clip","nodes":${"[".repeat(5_000)}`],
    ["an id that could be markup", good.replace('"hello"', '"<img src=x>"')],
  ])("%s", (_name, text) => {
    expect(parseClip(text)).toBeNull();
  });

  test("two nodes of one id", () => {
    const clip = parseClip(good);
    const [node] = clip?.nodes ?? [];
    if (clip === null || node === undefined) throw new Error("our own clip was refused");
    const doubled = { ...clip, nodes: [node, node] };
    expect(pasteClip(small, doubled, { flowId: MAIN, at, newId: countIds() }).isRefused).toBe(true);
  });

  test("whatever else stands there", () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) =>
        [text, json].every((any) => parseClip(any) === null),
      ),
    );
  });
});
