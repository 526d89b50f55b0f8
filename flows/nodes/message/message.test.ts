import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { messageNode } from "./definition.ts";
import { isSafeUrl } from "./safe-url.ts";

function talk(
  config: JsonObject,
  options: { channel?: string; locale?: "zh-CN" | "en"; seed?: number } = {},
) {
  const chat = converse(
    drawBundle({
      nodes: { start: { kind: "start" }, say: { kind: "message", config } },
      wires: ["start.next -> say"],
      variables: [
        { name: "name", type: "text", default: "小林" },
        { name: "typed", type: "text", default: "{{ name }}" },
        { name: "link", type: "text", default: "javascript:alert(1)" },
      ],
    }),
    { registry, ...options },
  );
  return { chat, said: chat.start() };
}

function partsOf(chat: ReturnType<typeof talk>["chat"]) {
  return chat.effects.flatMap((effect) => (effect.type === "say" ? [effect.parts] : []));
}

test("says each block as a message of its own, with the buttons under the last", () => {
  const { chat, said } = talk({
    blocks: [
      { type: "text", text: { "zh-CN": "{{ name }}，您好", en: "Hello {{ name }}" } },
      { type: "text", text: "请选择：" },
    ],
    quickReplies: [{ id: "a", label: "查订单" }],
    typingMs: 500,
  });
  expect(said).toEqual(["小林，您好", "请选择："]);
  expect(partsOf(chat).at(-1)).toEqual([
    { type: "text", text: "请选择：" },
    { type: "choices", options: [{ id: "a", label: "查订单" }], multiple: false },
  ]);
  expect(chat.effects.flatMap((effect) => (effect.type === "say" ? [effect.typingMs] : []))).toEqual([
    500, 500,
  ]);
});

test("never evaluates what a customer typed", () => {
  expect(talk({ blocks: [{ type: "text", text: "您说：{{ typed }}" }] }).said).toEqual(["您说：{{ name }}"]);
});

test("picks among wordings by the chance that the event brought, the same on replay", () => {
  const config = { blocks: [{ type: "text", text: "好的", variants: ["没问题", "收到"] }] };
  const wordings = new Set(Array.from({ length: 40 }, (_, seed) => talk(config, { seed }).said[0]));
  expect(wordings).toEqual(new Set(["好的", "没问题", "收到"]));
  expect(talk(config, { seed: 7 }).said).toEqual(talk(config, { seed: 7 }).said);
});

test("keeps a block to the channels that it names", () => {
  const config = {
    blocks: [
      { type: "text", text: "网页版", channels: ["web"] },
      { type: "text", text: "微信版", channels: ["wechat"] },
    ],
  };
  expect(talk(config).said).toEqual(["网页版"]);
  expect(talk(config, { channel: "wechat" }).said).toEqual(["微信版"]);
});

test("shows pictures, files, cards and links", () => {
  const { chat } = talk({
    blocks: [
      { type: "image", url: "/v1/files/size.png", alt: "尺码表" },
      {
        type: "file",
        url: "https://example.com/a.pdf",
        name: "保修卡.pdf",
        mediaType: "application/pdf",
        size: 10,
      },
      {
        type: "card",
        title: "订单",
        fields: [{ label: "买家", value: "{{ name }}" }],
        links: [{ label: "详情", url: "https://example.com" }],
      },
      { type: "link", label: "官网", url: "https://example.com" },
    ],
  });
  expect(partsOf(chat)).toEqual([
    [{ type: "image", url: "/v1/files/size.png", alt: "尺码表" }],
    [
      {
        type: "file",
        url: "https://example.com/a.pdf",
        name: "保修卡.pdf",
        mediaType: "application/pdf",
        size: 10,
      },
    ],
    [
      {
        type: "card",
        title: "订单",
        text: "",
        fields: [{ label: "买家", value: "小林" }],
        imageUrl: null,
        links: [{ label: "详情", url: "https://example.com" }],
      },
    ],
    [
      {
        type: "card",
        title: "官网",
        text: "",
        fields: [],
        imageUrl: null,
        links: [{ label: "官网", url: "https://example.com" }],
      },
    ],
  ]);
});

test("drops an address that would run in the customer's browser", () => {
  const { chat } = talk({
    blocks: [
      { type: "image", url: "{{ link }}", alt: "" },
      { type: "text", text: "继续" },
    ],
  });
  expect(partsOf(chat)).toEqual([[{ type: "text", text: "继续" }]]);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,x",
  "//evil.example",
  "/\\evil.example",
  " https://a.example",
  "",
])("finds %j unsafe", (url) => {
  expect(isSafeUrl(url)).toBe(false);
});

test.each([
  "https://example.com/a?b=c",
  "http://example.com",
  "mailto:a@example.com",
  "tel:10086",
  "/v1/files/1",
])("finds %j safe", (url) => {
  expect(isSafeUrl(url)).toBe(true);
});

test("goes on in silence when nothing is to be said here", () => {
  const { chat, said } = talk({ blocks: [{ type: "text", text: "{{ missing }}" }] });
  expect(said).toEqual([]);
  expect(chat.path).toContain("say.next");
});

test("names what an author forgot", () => {
  const config = messageNode.config.parse({
    blocks: [
      { type: "text", text: " " },
      { type: "image", url: "javascript:x" },
    ],
  });
  const bundle = { flow: { schema: 1 as const, nodes: [], edges: [], variables: [], settings: {} } };
  expect(messageNode.check?.(config, Object(bundle)).map(({ code, path }) => [code, path])).toEqual([
    ["missing_field", "blocks[0].text"],
    ["unsafe_url", "blocks[1].url"],
  ]);
});
