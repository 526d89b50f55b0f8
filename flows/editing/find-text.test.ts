import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { randomBundle } from "../kernel/fixtures/random-flows.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { applyReplacements, findText, previewReplace } from "./find-text.ts";

const bundle = bundleSchema.parse(
  drawBundle(
    {
      nodes: {
        start: { kind: "start", config: { opening: { "zh-CN": "退货请回复 1", en: "Return" } } },
        policy: {
          kind: "message",
          title: "退货政策",
          config: { blocks: [{ type: "text", text: "7 天内退货，退货包邮" }] },
        },
        ask: { kind: "ask", config: { question: "订单号？", variable: "退货单" } },
        intent: {
          kind: "intent",
          config: { intents: [{ id: "return", name: "退货", examples: ["我要退货", "不想要了"] }] },
        },
      },
      variables: [{ name: "退货单", type: "text" }],
    },
    {
      faqSets: {
        shop: {
          name: "商店",
          entries: [{ id: "return-fee", question: "退货运费谁出？", similar: [], answer: "我们出。" }],
        },
      },
    },
  ),
);

const paths = (text: string) => findText(bundle, { text }).map(({ place }) => place.path);

describe("finding", () => {
  test("looks at titles, texts in all languages, examples, variables and FAQs", () => {
    expect(paths("退货")).toEqual([
      "config.opening.zh-CN",
      "title",
      "config.blocks[0].text",
      "config.variable",
      "config.intents[0].name",
      "config.intents[0].examples[0]",
      "name",
      "question",
    ]);
    expect(paths("return-fee")).toEqual(["id"]);
    expect(paths("RETURN")).toEqual(["config.opening.en", "id"]);
    expect(findText(bundle, { text: "return", matchCase: true })).toHaveLength(1);
    expect(findText(bundle, { text: "退货" })[2]?.at).toEqual([4, 7]);
  });

  test("does not stumble over letters whose small form is longer", () => {
    const odd = bundleSchema.parse(
      drawBundle({ nodes: { a: { kind: "message", title: "İstanbul ORDER" } } }),
    );
    expect(findText(odd, { text: "order" })[0]?.at).toEqual([9]);
  });
});

describe("replacing", () => {
  const query = { text: "退货" };
  const replacements = previewReplace(findText(bundle, query), query, "退换");

  test("shows each text before and after, and leaves names alone", () => {
    expect(replacements.map(({ after }) => after)).toContain("7 天内退换，退换包邮");
    const edited = applyReplacements(bundle, replacements);
    expect(findText(edited, query).map(({ canReplace }) => canReplace)).toEqual([false, false]);
    expect(edited.flow.nodes[2]).toBe(bundle.flow.nodes[2]);
  });

  test("leaves a text alone that was changed after the look", () => {
    const [, title] = replacements;
    const renamed = applyReplacements(bundle, title === undefined ? [] : [{ ...title, after: "新标题" }]);
    expect(applyReplacements(renamed, replacements).flow.nodes[1]?.title).toBe("新标题");
  });

  test("never makes a document that cannot be read", () => {
    fc.assert(
      fc.property(randomBundle, fc.constantFrom("退货", "n", "好", "{{"), (drawn, text) => {
        const found = findText(drawn, { text });
        const edited = applyReplacements(drawn, previewReplace(found, { text }, "长".repeat(150)));
        expect(bundleSchema.safeParse(edited).success).toBe(true);
      }),
    );
    const titled = bundleSchema.parse(drawBundle({ nodes: { a: { kind: "message", title: "aaaa" } } }));
    const long = previewReplace(findText(titled, { text: "a" }), { text: "a" }, "b".repeat(90));
    expect(applyReplacements(titled, long).flow.nodes[0]?.title).toBe("aaaa");
  });
});
