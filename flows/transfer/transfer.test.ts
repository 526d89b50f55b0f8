import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomBundle } from "../kernel/fixtures/random-flows.ts";
import { bundleSchema, FLOW_NODES_MAX } from "../kernel/flow.ts";
import { validateBundle } from "../kernel/validate.ts";
import { nodeRegistry } from "../nodes/registry.ts";
import { templates } from "../packs/index.ts";
import { flowTestScriptSchema } from "../testing/flow-test.ts";
import { type BundleFile, parseBundleFile, toBundleFile } from "./bundle-file.ts";
import { listMissing, resolveMissing } from "./missing.ts";

const SMALL = bundleSchema.parse({ flow: { schema: 1, nodes: [], edges: [] } });

function reimport(file: BundleFile): BundleFile {
  const parsed = parseBundleFile(toBundleFile(file), "nameless");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function refusal(text: string) {
  const parsed = parseBundleFile(text, "nameless");
  return parsed.ok
    ? null
    : parsed.problems.map(({ code, path }) => (path === null ? code : `${code} ${path}`));
}

describe("a file", () => {
  test("is equal byte for byte after an import in between", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const file = { name: "机器人", bundle: bundleSchema.parse(bundle), tests: [] };
        expect(toBundleFile(reimport(file))).toBe(toBundleFile(file));
      }),
      { numRuns: 100 },
    );
  });

  test.each(templates)("of the template $id comes back whole, with its tests", async (template) => {
    const content = await template.load();
    const file = {
      name: template.name.en,
      bundle: bundleSchema.parse(content.toBundle("en")),
      tests: content.tests.map(({ name, script }) => ({
        name: name.en,
        script: flowTestScriptSchema.parse(script),
      })),
    };
    expect(reimport(file)).toEqual(file);
    expect(toBundleFile(reimport(file))).toBe(toBundleFile(file));
    expect(listMissing(file.bundle)).toEqual([]);
  });

  test("holds no secret, no time and no id of the installation", () => {
    const bundle = bundleSchema.parse({
      flow: {
        schema: 1,
        nodes: [
          {
            ...{ id: "call", kind: "http", version: 1, position: { x: 0, y: 0 } },
            config: {
              apiKey: "sk-1",
              headers: [{ name: "Authorization", value: "Bearer x" }],
              url: "https://a.example",
            },
          },
        ],
        edges: [],
      },
    });
    const text = toBundleFile({ name: "a", bundle, tests: [] });
    expect(text).not.toMatch(/sk-1|Bearer x/);
    expect(text).toContain("https://a.example");
    expect(Object.keys(JSON.parse(text))).toEqual(["bundle", "format", "name", "schema"]);
  });

  test("may be a bare bundle or a bare flow", () => {
    expect(parseBundleFile(JSON.stringify(SMALL), "x")).toMatchObject({ ok: true, value: { name: "x" } });
    expect(parseBundleFile(`\uFEFF${JSON.stringify(SMALL.flow)}`, "x")).toMatchObject({ ok: true });
  });

  test("with a kind of a newer version keeps it, inert and visible", () => {
    const flow = {
      schema: 1,
      nodes: [
        {
          id: "future",
          kind: "hologram",
          version: 3,
          position: { x: 0, y: 0 },
          config: { deep: [1, { a: null }] },
        },
      ],
      edges: [],
    };
    const { bundle } = reimport({ name: "a", bundle: bundleSchema.parse({ flow }), tests: [] });
    expect(bundle.flow.nodes[0]).toMatchObject(flow.nodes[0] ?? {});
    expect(validateBundle(bundle, nodeRegistry).map(({ code }) => code)).toContain("unknown_kind");
  });
});

describe("a file is refused with place and reason", () => {
  const envelope = (rest: object) =>
    JSON.stringify({ format: "jieda-bundle", schema: 1, name: "a", bundle: SMALL, ...rest });

  test.each([
    ["broken", "{", ["unreadable"]],
    ["no flow at all", '{"hello": "world"}', ["unknown_schema"]],
    ["a list", "[]", ["unknown_schema"]],
    ["from the future", envelope({ schema: 2 }), ["newer_schema"]],
    [
      "a flow from the future",
      envelope({ bundle: { flow: { ...SMALL.flow, schema: 9 } } }),
      ["newer_schema"],
    ],
    [
      "with a key that poisons objects",
      `{"format":"jieda-bundle","schema":1,"bundle":{"__proto__":{"a":1},"flow":{}}}`,
      ["forbidden_key"],
    ],
    ["too deep", `${"[".repeat(65)}${"]".repeat(65)}`, ["too_deep"]],
    ["too deep, and never closed", "[".repeat(100_000), ["too_deep"]],
    ["of strange fields", envelope({ bundle: { ...SMALL, evil: 1 } }), ["invalid_document "]],
    [
      "with tests that are none",
      envelope({ tests: [{ name: "x", script: { turns: "many" } }] }),
      ["invalid_document tests.0.script.turns"],
    ],
  ])("%s", (_what, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  test("of 2,001 nodes", () => {
    const nodes = Array.from({ length: FLOW_NODES_MAX + 1 }, (_, i) => ({
      id: `n${i}`,
      kind: "end",
      version: 1,
      position: { x: 0, y: 0 },
      config: {},
    }));
    expect(refusal(JSON.stringify({ schema: 1, nodes, edges: [] }))).toEqual(["too_large"]);
  });

  test("of more than 20 MB, before it is read", () => {
    const startedAt = performance.now();
    expect(refusal(`"${"a".repeat(20 * 1024 * 1024 + 1)}"`)).toEqual(["too_large"]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe("what a file names and does not hold", () => {
  const bundle = bundleSchema.parse({
    flow: {
      schema: 1,
      nodes: [
        { id: "a", kind: "faq", version: 1, position: { x: 0, y: 0 }, config: { faqSets: ["gone", "here"] } },
        { id: "b", kind: "subflow", version: 1, position: { x: 0, y: 0 }, config: { flowId: "lost" } },
      ],
      edges: [],
      settings: { repair: { digress: { faqSets: ["gone"] } } },
    },
    faqSets: { here: { name: "有", entries: [] } },
  });

  test("is listed with the number of places that name it", () => {
    expect(listMissing(bundle)).toEqual([
      { type: "faq-set", id: "gone", uses: 2 },
      { type: "flow", id: "lost", uses: 1 },
    ]);
  });

  test("is made empty, or taken from what is there, in every place at once", () => {
    const made = resolveMissing(bundle, { gone: { type: "create", name: "新的" } });
    expect(made.faqSets.gone).toEqual({ name: "新的", entries: [], synonyms: [] });
    const mapped = resolveMissing(bundle, { gone: { type: "use", id: "here" } });
    expect(mapped.flow.nodes[0]?.config.faqSets).toEqual(["here"]);
    expect(mapped.flow.settings.repair.digress.faqSets).toEqual(["here"]);
    expect(listMissing(mapped)).toEqual([{ type: "flow", id: "lost", uses: 1 }]);
    expect(resolveMissing(bundle, {})).toBe(bundle);
  });
});
