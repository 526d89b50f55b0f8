import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { detectLanguage } from "./detect-language.ts";

test.each([
  ["我想退货", "zh"],
  ["我的 iPhone 15 Pro Max 到了吗", "zh"],
  ["請問什麼時候發貨", "zh"],
  ["注文をキャンセルしたいです", "ja"],
  ["配送はいつですか", "ja"],
  ["주문을 취소하고 싶어요", "ko"],
  ["Где мой заказ?", "ru"],
  ["أين طلبي؟", "ar"],
  ["สินค้ามาถึงเมื่อไหร่", "th"],
  ["Where is my order", "en"],
  ["refund", "en"],
  ["Où est ma commande ?", "fr"],
  ["Wann kommt meine Bestellung?", "de"],
  ["¿Cuándo llega mi pedido?", "es"],
  ["Quando chega o meu pedido? Obrigada", "pt"],
  ["Quando arriva il mio ordine, grazie", "it"],
  ["Kapan pesanan saya sampai", "id"],
  ["Đơn hàng của tôi khi nào tới", "vi"],
  ["Πού είναι η παραγγελία μου", "other"],
])("reads %s as %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each(["", "OK", "123456", "WC2026111902", "👍👍", "…"])("does not guess by %j", (text) => {
  expect(detectLanguage(text)).toBeNull();
});

function talk(config: JsonObject = {}, locale: "zh-CN" | "en" = "zh-CN") {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: { kind: "keyword", config: { groups: [{ id: "none", words: ["绝不会说"] }] } },
        language: { kind: "language", config: { variable: "lang", ...config } },
      },
      wires: [
        "start.next -> words",
        "words.else -> language",
        "language.zh -> words",
        "language.en -> words",
      ],
      variables: [{ name: "lang", type: "text" }],
    }),
    { registry, locale },
  );
  chat.start();
  return chat;
}

test("goes the customer's way, and keeps it over messages that tell nothing", () => {
  const chat = talk();
  chat.send("where is my parcel");
  expect(chat.path).toContain("language.en");
  chat.send("OK");
  expect(chat.path.filter((step) => step.startsWith("language")).at(-1)).toBe("language.en");
  expect(chat.vars.lang).toBe("en");
});

test("what tells nothing at all goes by the page's language, what is not listed leaves through `other`", () => {
  const chat = talk();
  chat.send("123");
  expect(chat.path).toContain("language.zh");
  const other = talk();
  other.send("Где мой заказ?");
  expect(other.path).toContain("language.other");
  expect(other.vars.lang).toBe("ru");
});
