import { expect, test } from "vitest";
import { parseOrderNumber } from "./parse-order-number.ts";

test.each([
  ["JD20261108001", "JD20261108001"],
  ["jd20261108001", "JD20261108001"],
  ["我的订单号是 2026110812345，帮我查一下", "2026110812345"],
  ["２０２６１１０８１２３４５", "2026110812345"],
  ["2026 1108 12345", "2026110812345"],
  ["order no. A-2026-0042 please", "A-2026-0042"],
])("finds the number in %s", (text, number) => {
  expect(parseOrderNumber(text)).toBe(number);
});

test.each(["", "不知道", "123", "hello there", "JD20261108001 和 JD20261108002", "😀"])(
  "finds no single number in %s",
  (text) => {
    expect(parseOrderNumber(text)).toBeNull();
  },
);
