import { expect, test } from "vitest";
import { followAddress, send, startTyping, type } from "./follow-address.ts";

const typedAndSent = send(type(startTyping(""), "退货"), "退货");

test("what was typed stays while the address has not caught up", () => {
  expect(followAddress(typedAndSent, "").text).toBe("退货");
});

test("more that was typed meanwhile stays when the address catches up", () => {
  const more = type(typedAndSent, "退货运费");
  expect(followAddress(more, "退货").text).toBe("退货运费");
});

test("an address that is behind by two does not take typing back", () => {
  const twice = send(type(typedAndSent, "退货运费"), "退货运费");
  const first = followAddress(twice, "退货");
  expect(first.text).toBe("退货运费");
  expect(followAddress(first, "退货运费")).toEqual({ text: "退货运费", seen: "退货运费", sent: [] });
});

test("an address that skips what was sent first forgets it", () => {
  const twice = send(type(typedAndSent, "发票"), "发票");
  expect(followAddress(twice, "发票").sent).toEqual([]);
});

test("filters that are cleared elsewhere empty the box, and an older address fills it", () => {
  const settled = followAddress(typedAndSent, "退货");
  expect(followAddress(settled, "").text).toBe("");
  expect(followAddress(settled, "运费").text).toBe("运费");
});
