import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineNode } from "./define-node.ts";
import { drawBundle, drawFlow } from "./draw-flow.ts";
import { exportBundle, exportFlow } from "./export-flow.ts";
import { type FlowMigration, parseBundle, parseFlow, upgradeNodes } from "./migrate.ts";
import { TEST_KINDS } from "./test-kinds.ts";

const flow = drawFlow({
  nodes: {
    start: { kind: "start" },
    future: { kind: "hologram", config: { beams: 3, z: 1, a: [{ y: 1, x: "订单" }] } },
  },
  wires: ["start.next -> future"],
  variables: [{ name: "订单号", type: "text" }],
});

const codesOf = (parsed: ReturnType<typeof parseFlow>) =>
  parsed.ok ? [] : parsed.problems.map(({ code }) => code);

function expectFlow(document: unknown) {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe("export and import", () => {
  test("gives the same bytes again, whatever the order of keys, and keeps what it does not know", () => {
    const first = exportFlow(expectFlow(flow));
    const shuffled = JSON.parse(first, (_key, value) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(exportFlow(expectFlow(first))).toBe(first);
    expect(exportFlow(expectFlow(shuffled))).toBe(first);
    expect(first).toContain('"hologram"');
    expect(first).toContain('"beams": 3');
  });

  test("does so for whole bundles", () => {
    const parsed = parseBundle(
      drawBundle({ nodes: { start: { kind: "start" } } }, { subflows: { inner: flow } }),
    );
    if (!parsed.ok) throw new Error("refused");
    const text = exportBundle(parsed.value);
    const again = parseBundle(text);
    expect(again.ok && exportBundle(again.value)).toBe(text);
  });
});

describe("refuses, with a reason that people can read", () => {
  test.each([
    ["half a file", '{"schema": 1', "unreadable"],
    ["a list", "[]", "unknown_schema"],
    ["nothing", null, "unknown_schema"],
    ["a flow without a schema", { nodes: [] }, "unknown_schema"],
    ["a flow from the future", { ...flow, schema: 9 }, "newer_schema"],
    ["an unknown field", { ...flow, evil: true }, "invalid_document"],
    ["more than 2,000 nodes", { ...flow, nodes: Array.from({ length: 2_001 }, () => 1) }, "too_large"],
    ["more than 10,000 wires", { ...flow, edges: Array.from({ length: 10_001 }, () => 1) }, "too_large"],
    ["more than 5 MB", `{"schema":1,"x":"${"字".repeat(2_000_000)}"}`, "too_large"],
    ["a text of more than 100 KB", { ...flow, x: "a".repeat(100_001) }, "too_large"],
    ["a million brackets", "[".repeat(1_000_000), "too_deep"],
    ["a million brackets that are closed", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "too_deep"],
    ["a text that never ends", '"\\\\"'.repeat(1_000_000), "unreadable"],
    ["a deep value", nest(70), "too_deep"],
    [
      "a forbidden key",
      '{"schema":1,"nodes":[],"edges":[],"\\u005f_proto__":{"polluted":1}}',
      "forbidden_key",
    ],
    [
      "a variable named like the prototype",
      { ...flow, variables: [{ name: "__proto__", type: "text" }] },
      "invalid_document",
    ],
  ])("%s", (_what, document, code) => {
    const startedAt = performance.now();
    const parsed = parseFlow(document);
    expect(codesOf(parsed)[0]).toBe(code);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect("polluted" in {}).toBe(false);
    if (!parsed.ok) expect(parsed.problems[0]?.text["zh-CN"]).toMatch(/\p{Script=Han}/u);
  });

  test("a value that holds itself", () => {
    const loop: { schema: number; self?: unknown } = { schema: 1 };
    loop.self = loop;
    expect(codesOf(parseFlow(loop))).toEqual(["too_deep"]);
  });

  test("brackets in texts are no depth", () => {
    expect(
      parseFlow({ ...flow, notes: [{ id: "n", text: `${"[{".repeat(200)}\\"`, position: { x: 0, y: 0 } }] })
        .ok,
    ).toBe(true);
  });
});

describe("migrations", () => {
  const rename: FlowMigration = {
    name: "rename-links-to-edges",
    up: ({ links, ...document }) => ({ ...document, edges: links, schema: 1 }),
  };

  test("upgrade step by step from the schema that the document names", () => {
    const { edges, ...old } = flow;
    const migrations = [rename];
    const parsed = parseFlow({ ...old, links: edges }, { migrations });
    expect(parsed.ok && parsed.value.edges).toEqual(edges);
  });

  test("that fail say which one", () => {
    const fail: FlowMigration = {
      name: "split-notes",
      up: () => {
        throw new Error("x");
      },
    };
    expect(parseFlow(flow, { migrations: [fail] })).toMatchObject({
      ok: false,
      problems: [{ code: "failed_document_migration", facts: { name: "split-notes" } }],
    });
  });

  test("of a kind bring its nodes to the version of today, and leave nodes of tomorrow alone", () => {
    const config = z.strictObject({ text: z.string() });
    const texts = { title: "", description: "", ports: {}, fields: {} };
    const definition = defineNode({
      version: 3,
      family: "talk",
      icon: "x",
      mode: "inline",
      config,
      defaults: () => ({ text: "" }),
      ports: () => [],
      form: [],
      messages: { "zh-CN": texts, en: texts },
      migrations: [
        (old) => ({ body: z.object({ words: z.string() }).parse(old).words }),
        (old) => ({ text: z.object({ body: z.string() }).parse(old).body }),
      ],
    });
    const drawn = expectFlow(
      drawFlow({
        nodes: {
          old: { kind: "talk", version: 1, config: { words: "您好" } },
          damaged: { kind: "talk", version: 1, config: { word: "?" } },
          newer: { kind: "talk", version: 4, config: { textes: [] } },
        },
      }),
    );
    const upgraded = upgradeNodes(drawn, { ...TEST_KINDS, talk: { definition } });
    expect(upgraded.nodes.map(({ version, config }) => [version, config])).toEqual([
      [3, { text: "您好" }],
      [1, { word: "?" }],
      [4, { textes: [] }],
    ]);
  });
});

function nest(depth: number): unknown {
  return depth === 0 ? 1 : { a: nest(depth - 1) };
}
