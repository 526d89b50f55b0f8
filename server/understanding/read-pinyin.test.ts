import { expect, test } from "vitest";
import { normalizeText } from "./normalize.ts";
import { readPinyin } from "./read-pinyin.ts";

const read = (text: string) => readPinyin(normalizeText(text));

test("what is asked about most is read from pinyin, in one word or in syllables", () => {
  expect(read("tuihuo")).toBe("退货");
  expect(read("Tui Huo")).toBe("退货");
  expect(read("YUNFEI")).toBe("运费");
  expect(read("youhuiquan")).toBe("优惠券");
});

test("whole sentences of pinyin are read", () => {
  expect(read("wo yao tuihuo")).toBe("我要退货");
  expect(read("fapiao zenme kai?")).toBe("发票怎么开");
  expect(read("tuihuo yunfei shui chu")).toBe("退货运费谁出");
  expect(read("wo de kuai di dao na li le")).toBe("我的快递到哪里了");
});

test("subjects are read between other words", () => {
  expect(read("tuihuo怎么弄")).toBe("退货怎么弄");
  expect(read("how long does tuikuan take")).toBe("how long does退款take");
});

test("other languages stay as they are", () => {
  for (const text of [
    "do you have a big one",
    "you hi",
    "he can fan me",
    "mai tai",
    "wo ist mein paket",
    "退货",
  ])
    expect(read(text)).toBe(normalizeText(text));
});

test("reading twice changes nothing more", () => {
  for (const text of ["wo yao tuihuo", "tuihuo怎么弄", "how long does tuikuan take"])
    expect(readPinyin(read(text))).toBe(read(text));
});
