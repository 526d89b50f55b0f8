import { describe, expect, test } from "vitest";
import { type Drawing, drawBundle } from "../kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "../kernel/flow.ts";
import { definitionRegistry } from "../nodes/index.ts";
import { toShopBundle } from "../packs/shop/shop-bundle.ts";
import { compareBundles } from "./compare-bundles.ts";
import { showField } from "./show-field.ts";
import { describeChange, summarize } from "./summarize.ts";

const BASE: Drawing = {
  nodes: {
    start: { kind: "start" },
    ask: {
      kind: "ask",
      config: { question: "请问您的订单号是多少？", variable: "order", timeoutMs: 60_000 },
    },
    pick: {
      kind: "choice",
      config: {
        question: "要做什么？",
        options: [
          { id: "back", label: "退货" },
          { id: "swap", label: "换货" },
        ],
      },
    },
    tell: {
      kind: "message",
      title: "退货规则",
      config: {
        blocks: [
          { type: "text", text: { "zh-CN": "签收后 7 天内可以无理由退货，运费由我们承担。", en: "7 days" } },
        ],
      },
    },
  },
  wires: ["start.next -> ask", "ask.answered -> pick", "pick.back -> tell"],
  variables: [{ name: "order", type: "text" }],
};

const FAQ = {
  faqSets: {
    shop: {
      name: "商店",
      entries: [{ id: "fee", question: "运费多少", similar: ["邮费"], answer: "十元" }],
      synonyms: [],
    },
  },
};

const toBundle = (drawing: Drawing, rest: Parameters<typeof drawBundle>[1] = FAQ): Bundle =>
  bundleSchema.parse(drawBundle(drawing, rest));

const compare = (before: Bundle, after: Bundle) => compareBundles(before, after, definitionRegistry);

/** The changes from the base drawing, as they read. */
function read(after: Bundle, locale: "zh-CN" | "en" = "zh-CN"): readonly string[] {
  return compare(toBundle(BASE), after).changes.map((change) => describeChange(change, locale));
}

const withNode = (id: string, config: object, more: object = {}): Drawing => ({
  ...BASE,
  nodes: {
    ...BASE.nodes,
    [id]: { ...BASE.nodes[id], kind: BASE.nodes[id]?.kind ?? "", config: config as never, ...more },
  },
});

describe("two documents", () => {
  test("that are equal have no changes, however they were stored", () => {
    const reordered = JSON.parse(JSON.stringify(toBundle(BASE), (_key, value) => value));
    expect(compare(toBundle(BASE), reordered)).toEqual({ changes: [], layout: [] });
    expect(summarize({ changes: [], layout: [] }, "zh-CN")).toBe("没有改动");
  });

  test("of which one was only moved about differ in layout alone", () => {
    const moved = toBundle(BASE);
    const nodes = moved.flow.nodes.map((node) => ({ ...node, position: { x: node.position.x, y: 80 } }));
    const comparison = compare(toBundle(BASE), { ...moved, flow: { ...moved.flow, nodes } });
    expect(comparison.changes).toEqual([]);
    expect(comparison.layout).toHaveLength(4);
    expect(summarize(comparison, "en")).toBe("Only the layout has changed");
  });

  test("compared the other way round were changed the other way round", () => {
    const after = toBundle(withNode("ask", { question: "请问您的手机号？", variable: "order" }));
    const there = compare(toBundle(BASE), after).changes;
    const back = compare(after, toBundle(BASE)).changes;
    expect(back.map(({ key }) => key)).toEqual(there.map(({ key }) => key));
    const fields = back.flatMap((change) => change.fields.map(({ before, after: next }) => [next, before]));
    expect(fields).toEqual(
      there.flatMap((change) => change.fields.map(({ before, after: next }) => [before, next])),
    );
  });
});

describe("a change reads as its author would say it", () => {
  test("a text of one language, cut to what differs", () => {
    const blocks = [
      { type: "text", text: { "zh-CN": "签收后 15 天内可以无理由退货，运费由我们承担。", en: "7 days" } },
    ];
    expect(read(toBundle(withNode("tell", { blocks })))).toEqual([
      "发送消息「退货规则」：内容 · 第 1 项 · 正文 (中文) 签收后 7 天内可… → 签收后 15 天内可…",
    ]);
  });

  test("an option by its label, a time with its unit, a switch as on or off", () => {
    const options = [
      { id: "back", label: "退款退货" },
      { id: "swap", label: "换货" },
    ];
    expect(
      read(toBundle(withNode("pick", { question: "要做什么？", options, multiple: true })), "en"),
    ).toEqual([
      "Choice “要做什么？”: Options · 退款退货 · Button text 退货 → 退款退货, Several may be picked not set → on",
    ]);
    expect(
      read(
        toBundle(
          withNode("ask", { question: "请问您的订单号是多少？", variable: "order", timeoutMs: 3_600_000 }),
        ),
      ),
    ).toEqual(["提问「请问您的订单号是多少？」：最长等待时间 1 分钟 → 1 小时"]);
  });

  test("nodes and wires that came and went, by the names of nodes and ports", () => {
    const { tell: _, ...others } = BASE.nodes;
    const after = toBundle({
      ...BASE,
      nodes: { ...others, bye: { kind: "end" } },
      wires: ["start.next -> ask", "ask.answered -> pick", "pick.back -> bye"],
    });
    expect(read(after)).toEqual([
      "新增结束",
      "删除发送消息「退货规则」",
      "连线 选择「要做什么？」 · 退货：通向 发送消息「退货规则」 → 结束",
    ]);
  });

  test("variables, settings, FAQ entries and sub-flows", () => {
    const after = toBundle(
      {
        ...BASE,
        variables: [
          { name: "order", type: "text", scope: "contact" },
          { name: "vip", type: "boolean" },
        ],
        settings: { fallback: { text: "稍后再试" } },
      },
      {
        faqSets: {
          shop: {
            ...FAQ.faqSets.shop,
            entries: [
              { id: "fee", question: "运费多少", similar: ["邮费", "快递费"], answer: "满百包邮" },
              { id: "when", question: "多久到", similar: [], answer: "三天" },
            ],
          },
        },
        subflows: { refund: { schema: 1, nodes: [], edges: [] } },
      },
    );
    expect(read(after)).toEqual([
      "变量「order」：有效范围 本次对话 → 客户",
      "新增变量「vip」",
      "流程设置：兜底 · 兜底话术 未填 → 稍后再试",
      "新增子流程「refund」",
      "问答「运费多少」：相似问法 1 项 → 2 项（新增 快递费），答案 十元 → 满百包邮",
      "新增问答「多久到」",
    ]);
  });

  test("many changes are counted, and the first ones told", () => {
    const nodes = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`end${i}`, { kind: "end" }]));
    const comparison = compare(toBundle(BASE), toBundle({ ...BASE, nodes: { ...BASE.nodes, ...nodes } }));
    expect(summarize(comparison, "en")).toBe(
      "8 changes: added End; added End; added End; added End; added End; and 3 more.",
    );
    expect(summarize(comparison, "zh-CN")).toMatch(/^改了 8 处：新增结束；.*；等 3 处。$/);
  });
});

test("the sample shop compared with itself in the other language names every difference in words", () => {
  const [zh, en] = [bundleSchema.parse(toShopBundle("zh-CN")), bundleSchema.parse(toShopBundle("en"))];
  const { changes } = compare(zh, en);
  expect(changes.length).toBeGreaterThan(5);
  for (const change of changes) {
    for (const field of change.fields) {
      const { label, before, after } = showField(field, "zh-CN");
      expect(label).not.toBe("");
      expect(before === after && before === "").toBe(false);
    }
  }
});
