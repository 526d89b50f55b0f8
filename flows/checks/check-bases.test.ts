import { describe, expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { validateBundle } from "../kernel/validate.ts";
import { definitionRegistry } from "../nodes/index.ts";
import { START } from "./fixtures/say-problems.ts";

describe("knowledge bases", () => {
  const [KNOWN, NEW, GONE] = [
    "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a",
    "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3b",
    "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3c",
  ];
  const drawn = bundleSchema.parse(
    drawBundle({
      nodes: { start: START, faq: { kind: "faq", config: { faqSets: [], bases: [KNOWN, NEW, GONE] } } },
      wires: ["start.next -> faq"],
      settings: { repair: { digress: { bases: [NEW, GONE] } } },
    }),
  );
  const list = (bases?: Parameters<typeof validateBundle>[2]) =>
    validateBundle(drawn, definitionRegistry, bases)
      .filter(({ code }) => code.endsWith("base"))
      .map(({ severity, code, path }) => `${severity} ${code} ${path}`);

  test("one that is gone is an error, and one that was never released a warning", () => {
    const bases = [
      { id: KNOWN ?? "", name: "售后", release: 3, documents: 0, cases: 2, facts: 0 },
      { id: NEW ?? "", name: "会员", release: null, documents: 5, cases: 0, facts: 0 },
    ];
    expect(list({ bases })).toEqual([
      "warning unreleased_base bases[1]",
      "error missing_base bases[2]",
      "warning unreleased_settings_base settings.repair.digress.bases",
      "error missing_settings_base settings.repair.digress.bases",
    ]);
  });

  test("a search of documents needs documents, and no release", () => {
    const search = drawBundle({
      nodes: { start: START, search: { kind: "kb-search", config: { bases: [KNOWN, NEW, GONE] } } },
      wires: ["start.next -> search"],
    });
    const bases = [
      { id: KNOWN ?? "", name: "售后", release: 3, documents: 0, cases: 2, facts: 0 },
      { id: NEW ?? "", name: "会员", release: null, documents: 5, cases: 0, facts: 0 },
    ];
    const problems = validateBundle(bundleSchema.parse(search), definitionRegistry, { bases });
    expect(problems.flatMap(({ code, path }) => (code.includes("base") ? [`${code} ${path}`] : []))).toEqual([
      "base_without_documents bases[0]",
      "missing_base bases[2]",
    ]);
  });

  test("a search of cases needs approved cases, or documents where it looks in both", () => {
    const search = (layers: readonly string[]) =>
      validateBundle(
        bundleSchema.parse(
          drawBundle({
            nodes: { start: START, search: { kind: "kb-search", config: { bases: [KNOWN, NEW], layers } } },
            wires: ["start.next -> search"],
          }),
        ),
        definitionRegistry,
        {
          bases: [
            { id: KNOWN ?? "", name: "售后", release: 3, documents: 0, cases: 2, facts: 0 },
            { id: NEW ?? "", name: "会员", release: null, documents: 5, cases: 0, facts: 0 },
          ],
        },
      ).flatMap(({ code, path }) => (code.includes("base") ? [`${code} ${path}`] : []));
    expect(search(["cases"])).toEqual(["base_without_cases bases[1]"]);
    expect(search(["documents", "cases"])).toEqual([]);
  });

  test("who does not know the workspace's bases says nothing about them", () => {
    expect(list()).toEqual([]);
  });
});
