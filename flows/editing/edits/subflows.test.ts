import { describe, expect, test } from "vitest";
import { compareBundles } from "../../compare/compare-bundles.ts";
import { summarize } from "../../compare/summarize.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import { bundleSchema, FLOW_TITLE_MAX_CHARS } from "../../kernel/flow.ts";
import { nameFlow } from "../../kernel/name-flow.ts";
import { validateBundle } from "../../kernel/validate.ts";
import { definitionRegistry } from "../../nodes/index.ts";
import { nodeRegistry } from "../../nodes/registry.ts";
import { parseBundleFile, toBundleFile } from "../../transfer/bundle-file.ts";
import { diffOps } from "../diff-ops.ts";
import { applyReplacements, findText, previewReplace } from "../find-text.ts";
import { addSubflow, removeSubflow, titleSubflow } from "./subflows.ts";

const plain = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, call: { kind: "subflow", config: { flowId: "refund" } } },
    wires: ["start.next -> call"],
  }),
);
const untitled = addSubflow(plain, "refund");
const titled = addSubflow(plain, "refund", "退款流程");

describe("the title of a sub-flow", () => {
  test("names it, while its id and what calls it stay", () => {
    const renamed = titleSubflow(titled, "refund", " 退货退款 ");
    expect([untitled, titled, renamed].map((bundle) => nameFlow(bundle, "refund"))).toEqual([
      "refund",
      "退款流程",
      "退货退款",
    ]);
    expect(renamed.flow).toBe(plain.flow);
    expect(diffOps(titled, renamed)).toEqual([
      { type: "set", path: ["subflows", "refund", "title"], before: "退款流程", value: "退货退款" },
    ]);
    expect(nameFlow(removeSubflow(titled, "refund"), "refund")).toBe("refund");
  });

  test("goes when it is emptied; the same one, or one for the main flow, changes nothing", () => {
    expect(titleSubflow(titled, "refund", "  ")).toEqual(untitled);
    expect(titleSubflow(titled, "refund", "退款流程")).toBe(titled);
    expect(titleSubflow(titled, "main", "别的")).toBe(titled);
    const long = titleSubflow(titled, "refund", "长".repeat(500));
    expect(nameFlow(long, "refund")).toHaveLength(FLOW_TITLE_MAX_CHARS);
  });

  test.each([
    ["without one", untitled],
    ["with one", titled],
  ])("a file %s is the same byte for byte after an import", (_name, bundle) => {
    const file = toBundleFile({ name: "茶铺", bundle, tests: [] });
    const parsed = parseBundleFile(file, "");
    expect(parsed.ok && toBundleFile(parsed.value)).toBe(file);
    expect(file.includes('"title"')).toBe(bundle === titled);
  });

  test("is what comparing, finding and the checks call it", () => {
    const renamed = titleSubflow(titled, "refund", "退货退款");
    const { changes } = compareBundles(titled, renamed, definitionRegistry);
    expect(changes.map(({ subject, type, title }) => [subject, type, title["zh-CN"]])).toEqual([
      ["subflow", "changed", "子流程「退货退款」"],
    ]);
    expect(changes[0]?.fields.map(({ before, after }) => [before, after])).toEqual([
      ["退款流程", "退货退款"],
    ]);
    expect(JSON.stringify(summarize(compareBundles(plain, titled, definitionRegistry), "zh-CN"))).toContain(
      "退款流程",
    );

    const query = { text: "退款流程" };
    const found = findText(titled, query);
    expect(found.map(({ place }) => place)).toEqual([{ type: "flow", flowId: "refund", path: "title" }]);
    const replaced = applyReplacements(titled, previewReplace(found, query, "退货退款"));
    expect(nameFlow(replaced, "refund")).toBe("退货退款");

    const circle = {
      ...titled,
      subflows: { refund: { ...plain.flow, title: "退款流程" } },
    };
    const texts = validateBundle(circle, nodeRegistry).map(({ text }) => text["zh-CN"]);
    expect(texts.join()).toContain("退款流程");
  });
});
