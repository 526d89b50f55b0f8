import fc from "fast-check";
import { expect, test } from "vitest";
import { findPersonalDatums, maskPersonalData } from "./mask-personal-data.ts";

const typesIn = (text: string) => findPersonalDatums(text).map(({ type }) => type);

test.each([
  ["电话13812345678打给我", ["mobile"]],
  ["call +86 138-1234-5678", ["mobile"]],
  ["一三八一二三四五六七八", ["mobile"]],
  ["１３８１２３４５６７８", ["mobile"]],
  ["138\u200b12345678", ["mobile"]],
  ["座机 010-62345678", ["landline"]],
  ["身份证 11010519491231002X", ["id-card"]],
  ["卡号 6222 0212 3456 7890 128", ["bank-card"]],
  ["4111 1111 1111 1111", ["bank-card"]],
  ["mail me: wang.li+shop@mail.example.com", ["email"]],
  ["车牌粤B12345，手机13900001111", ["plate", "mobile"]],
  ["粤BD12345", ["plate"]],
])("finds what is in %j", (text, types) => {
  expect(typesIn(text)).toEqual(types);
});

test.each([
  "订单 2026112712345678",
  "卡号 6222 0212 3456 7890 129",
  "WC2026111902",
  "110101199003077578",
  "满199减20，共3件",
  "快递单号 SF1234567890123",
  "2026-11-27 18:00",
  "京东",
])("leaves %j alone", (text) => {
  expect(typesIn(text)).toEqual([]);
});

test("hides the middle and leaves the rest as it was typed", () => {
  expect(maskPersonalData("我是 138 1234 5678，谢谢😀")).toBe("我是 13*********78，谢谢😀");
  expect(maskPersonalData("没有")).toBe("没有");
});

test("every slip of one digit in an identity card is seen", () => {
  const id = "11010519491231002X";
  for (let at = 0; at < 17; at += 1) {
    for (const digit of "0123456789") {
      if (digit === id[at]) continue;
      expect(typesIn(id.slice(0, at) + digit + id.slice(at + 1))).not.toContain("id-card");
    }
  }
});

test("never fails, keeps the length, and finds nothing more in what it masked", () => {
  const part = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom("13812345678", "x@y.cn", "〇", "６２", "4111111111111111"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      const masked = maskPersonalData(text);
      expect(Array.from(masked)).toHaveLength(Array.from(text).length);
      expect(findPersonalDatums(masked).map(({ type }) => type)).not.toContain("mobile");
    }),
  );
});
