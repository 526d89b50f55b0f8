import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

const FIELDS: readonly JsonObject[] = [
  { id: "order", label: "订单号", variable: "order", type: "order-no" },
  { id: "phone", label: "电话", variable: "phone", type: "phone", required: false },
  {
    id: "item",
    label: "商品",
    variable: "item",
    type: "choice",
    options: [
      { id: "dress", label: "连衣裙", synonyms: ["dress"] },
      { id: "silk-dress", label: "真丝连衣裙", synonyms: [] },
    ],
  },
];

function talk(config: JsonObject = { fields: FIELDS }) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: { kind: "keyword", config: { groups: [{ id: "none", words: ["绝不会说"] }] } },
        extract: { kind: "extract", config },
      },
      wires: [
        "start.next -> words",
        "words.else -> extract",
        "extract.complete -> words",
        "extract.missing -> words",
      ],
      variables: ["order", "phone", "item", "day"].map((name) => ({ name, type: "text" as const })),
    }),
    { registry },
  );
  chat.start();
  const send = (text: string): string | undefined => {
    chat.send(text);
    return chat.path.findLast((step) => step.startsWith("extract."))?.slice("extract.".length);
  };
  return { chat, send };
}

test("picks everything out of one sentence", () => {
  const { chat, send } = talk();
  expect(send("订单WC2026111902里的真丝连衣裙有个洞，电话13812345678")).toBe("complete");
  expect(chat.vars).toMatchObject({ order: "WC2026111902", phone: "13812345678", item: "silk-dress" });
});

test("says what is missing, and adds what the next sentence brings", () => {
  const { chat, send } = talk();
  expect(send("my DRESS is broken")).toBe("missing");
  expect(chat.vars.item).toBe("dress");
  expect(send("WC2026111902")).toBe("complete");
});

test("finds nothing in a sentence that holds nothing, and keeps what was known", () => {
  const { chat, send } = talk();
  send("订单WC2026111902，连衣裙");
  expect(send("谢谢")).toBe("complete");
  expect(chat.vars.order).toBe("WC2026111902");
});

test("reads dates where the shop is, and formats of its own", () => {
  const fields = [
    { id: "day", label: "日期", variable: "day", type: "date" },
    { id: "order", label: "编号", variable: "order", type: "pattern", pattern: "[a-z]{2}-\\d{3}" },
  ];
  const { chat, send } = talk({ fields });
  expect(send("2026年12月3号，编号 AB-123")).toBe("complete");
  expect(chat.vars).toMatchObject({ day: "2026-12-03", order: "AB-123" });
});
