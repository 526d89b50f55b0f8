import { expect, test } from "vitest";
import { parseEmail, parsePhone } from "./parse-contact.ts";

test.each([
  ["lin@example.com", "lin@example.com"],
  ["我的邮箱是Lin.Wei@Example.COM，谢谢", "Lin.Wei@example.com"],
  ["ｌｉｎ＠example.com", "lin@example.com"],
  ["a+b@mail.example.co.uk", "a+b@mail.example.co.uk"],
])("finds the address in %s", (text, email) => {
  expect(parseEmail(text)).toBe(email);
});

test.each([
  "lin@",
  "@example.com",
  "lin@example",
  "lin..wei@example.com",
  "没有邮箱",
  `${"a".repeat(8_000)}@example.com`,
])("finds no address in %s", (text) => {
  expect(parseEmail(text)).toBeNull();
});

test.each([
  ["13800138000", "13800138000"],
  ["138 0013 8000", "13800138000"],
  ["138-0013-8000", "13800138000"],
  ["１３８００１３８０００", "13800138000"],
  ["+86 138 0013 8000", "13800138000"],
  ["008613800138000", "13800138000"],
  ["一三八零零一三八零零零", "13800138000"],
  ["我的电话是13800138000，下午打", "13800138000"],
  ["010-62770334", "01062770334"],
  ["+86 10 6277 0334", "01062770334"],
  ["400-820-8820", "4008208820"],
])("reads %s as a number of the mainland", (text, phone) => {
  expect(parsePhone(text, "cn")).toBe(phone);
});

test.each([
  ["+1 (415) 555-0132", "+14155550132"],
  ["0044 20 7946 0958", "+442079460958"],
  ["+852 9123 4567", "+85291234567"],
  ["(415) 555-0132", "4155550132"],
])("reads %s as a number of another country, where those count", (text, phone) => {
  expect(parsePhone(text, "international")).toBe(phone);
  expect(parsePhone(text, "cn")).toBeNull();
});

test.each(["1380013800", "138001380001", "12345678901", "13800138000 或 13900139000", "你好", "😀😀"])(
  "refuses %s",
  (text) => {
    expect(parsePhone(text, "international")).toBeNull();
  },
);
