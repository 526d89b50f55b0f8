import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBundle, drawFlow } from "../kernel/draw-flow.ts";
import { randomBundle } from "../kernel/fixtures/random-flows.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { validateBundle } from "../kernel/validate.ts";
import { definitionRegistry } from "../nodes/index.ts";
import { toShopBundle } from "../packs/shop/shop-bundle.ts";
import { renameFaqSet } from "./edits/rename-ids.ts";
import { canRenameVariable, renameVariable } from "./edits/rename-variable.ts";
import { renameInExpression, renameInTemplate } from "./rename-names.ts";
import { listUses } from "./where-used.ts";

const RUNS = { numRuns: 100 };
const problems = (bundle: Parameters<typeof validateBundle>[0]) => validateBundle(bundle, definitionRegistry);

describe("a name inside an expression", () => {
  const rename = (source: string) => renameInExpression(source, { from: "n", to: "count" });

  test.each([
    ["n + n * 2", "count + count * 2"],
    ["order.n + n", "order.n + count"],
    ['{ n: n, "n": 1 }', '{ n: count, "n": 1 }'],
    ["n ? n : other", "count ? count : other"],
    ["“n” + n", "“n” + count"],
    ["len（n）＞ 1", "len（count）＞ 1"],
    ["nn + n1", "nn + n1"],
    ["n +", "n +"],
  ])("%s becomes %s", (source, renamed) => expect(rename(source)).toBe(renamed));

  test("in a text, only between braces", () => {
    expect(
      renameInTemplate("n 是 {{ n }}，\\{{ n }} 和 {{ { n: n } }} {{ broken + }}", { from: "n", to: "数" }),
    ).toBe("n 是 {{ 数 }}，\\{{ n }} 和 {{ { n: 数 } }} {{ broken + }}");
  });
});

describe("renaming a variable", () => {
  test("there and back again leaves the bundle as it was, and nothing unknown behind", () => {
    const name = fc.constantFrom("name", "n", "list", "found", "once", "note", "phone", "idNumber");
    fc.assert(
      fc.property(randomBundle, name, (bundle, from) => {
        const before = problems(bundle);
        const renamed = renameVariable(bundle, "main", { from, to: "新名字" });
        expect(renamed).not.toBe(bundle);
        expect(problems(renamed).map(({ code }) => code)).toEqual(before.map(({ code }) => code));
        expect(listUses(renamed, { type: "variable", flowId: "main", name: from })).toEqual([]);
        expect(renameVariable(renamed, "main", { from: "新名字", to: from })).toEqual(bundle);
      }),
      RUNS,
    );
  });

  test("reaches every use in the sample shop, and the checks stay content", () => {
    const shop = bundleSchema.parse(toShopBundle("zh-CN"));
    for (const { name } of shop.flow.variables) {
      const uses = listUses(shop, { type: "variable", flowId: "main", name }).length;
      expect(uses, name).toBeGreaterThan(0);
      const renamed = renameVariable(shop, "main", { from: name, to: "改名后" });
      expect(problems(renamed)).toEqual([]);
      expect(listUses(renamed, { type: "variable", flowId: "main", name: "改名后" })).toHaveLength(uses);
      // A name inside a text stays: only what is read is renamed.
      expect(renameVariable(renamed, "main", { from: "改名后", to: name })).toEqual(shop);
    }
  });

  test("takes along what callers put in and take out, and the customer's own values in all flows", () => {
    const bundle = bundleSchema.parse(
      drawBundle(
        {
          nodes: {
            start: { kind: "start" },
            call: {
              kind: "subflow",
              config: {
                flowId: "f",
                inputs: [{ name: "given", value: { type: "expression", source: "given" } }],
                outputs: [{ name: "given", variable: "given" }],
              },
            },
          },
          variables: [
            { name: "given", type: "text" },
            { name: "phone", type: "text", scope: "contact" },
          ],
        },
        {
          subflows: {
            f: drawFlow({
              nodes: { start: { kind: "start", config: { opening: "{{ given }} {{ phone }}" } } },
              variables: [
                { name: "given", type: "text" },
                { name: "phone", type: "text", scope: "contact" },
              ],
            }),
          },
        },
      ),
    );
    const inner = renameVariable(bundle, "f", { from: "given", to: "topic" });
    expect(inner.flow.nodes[1]?.config).toEqual({
      flowId: "f",
      inputs: [{ name: "topic", value: { type: "expression", source: "given" } }],
      outputs: [{ name: "topic", variable: "given" }],
    });
    expect(inner.subflows.f?.nodes[0]?.config.opening).toBe("{{ topic }} {{ phone }}");

    const shared = renameVariable(bundle, "main", { from: "phone", to: "mobile" });
    expect(shared.subflows.f?.nodes[0]?.config.opening).toBe("{{ given }} {{ mobile }}");
  });

  test("refuses names that are taken, built in, or could not be read", () => {
    const bundle = bundleSchema.parse(
      drawBundle({
        nodes: { start: { kind: "start" } },
        variables: [
          { name: "a", type: "text" },
          { name: "b", type: "text" },
        ],
      }),
    );
    for (const to of ["b", "now", "true", "in", "1a", "a b", "", "__proto__"]) {
      expect(canRenameVariable(bundle, "main", { from: "a", to }), to).toBe(false);
      expect(renameVariable(bundle, "main", { from: "a", to })).toBe(bundle);
    }
    expect(renameVariable(bundle, "main", { from: "gone", to: "c" })).toBe(bundle);
  });
});

describe("renaming an FAQ set", () => {
  test("there and back again leaves the bundle as it was", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const set = renameFaqSet(bundle, { from: "shop", to: "other" });
        expect(listUses(set, { type: "faq-set", faqSet: "shop" })).toEqual([]);
        expect(renameFaqSet(set, { from: "other", to: "shop" })).toEqual(bundle);
      }),
      RUNS,
    );
  });

  test("refuses ids that are taken or not allowed", () => {
    const bundle = bundleSchema.parse(
      drawBundle({ nodes: {} }, { faqSets: { a: { name: "", entries: [] } } }),
    );
    expect(renameFaqSet(bundle, { from: "a", to: "不行" })).toBe(bundle);
    expect(renameFaqSet(bundle, { from: "b", to: "c" })).toBe(bundle);
  });
});

describe("where a thing is used", () => {
  const shop = bundleSchema.parse(toShopBundle("zh-CN"));

  test("names settings, nodes and the fields in them", () => {
    expect(listUses(shop, { type: "node", flowId: "main", nodeId: "menu" })).toContainEqual({
      flowId: "main",
      nodeId: null,
      path: "settings.fallback.to",
      access: "read",
    });
    expect(listUses(shop, { type: "flow", flowId: "after-sales" }).map(({ path }) => path)).toEqual([
      "flowId",
    ]);
    expect(listUses(shop, { type: "faq-set", faqSet: "shop" }).map(({ path }) => path)).toContain(
      "settings.repair.digress.faqSets",
    );
    const intent = listUses(shop, { type: "intent", intentId: "track-order" });
    expect(intent.map(({ access }) => access)).toContain("declare");
  });
});
