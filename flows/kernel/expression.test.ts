import { describe, expect, test } from "vitest";
import { findExpressionError, listVariables } from "./expression.ts";
import { errorOf, run } from "./fixtures/run-expression.ts";
import type { JsonObject } from "./json.ts";

describe("values", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["7 % 4 - 10 / 4", 0.5],
    ["-order.total", -120.5],
    ['"a\\n\\u4e2d\\"" + 1', 'a\n中"1'],
    ["'单' + '双'", "单双"],
    ["[1, 'a', null, [true]]", [1, "a", null, [true]]],
    ['{a: 1, "b c": [2]}', { a: 1, "b c": [2] }],
    ["order.items[1].name", "鞋"],
    ["order['id']", "A1"],
    ["list[-1]", 2],
    ["[1] + [2]", [1, 2]],
    ["订单号", "20260301"],
    ["1e3 + .5", 1000.5],
  ])("%s", (source, value) => {
    expect(run(source)).toEqual(value);
  });

  test.each([
    ["missing"],
    ["order.missing.deeper"],
    ["list[9]"],
    ["list['x']"],
    ["city.length"],
    ["city[0]"],
  ])("%s is null, not an error", (source) => {
    expect(run(source)).toBeNull();
  });

  test("reads signs that a Chinese keyboard gives", () => {
    expect(run("（1 ＋ 2）＊ 3 ＞ 8 ？ “是，的” ： ‘否’")).toBe("是，的");
  });
});

describe("logic", () => {
  test.each([
    ["1 < 2 && 2 <= 2", true],
    ["true and not false", true],
    ["nothing || city", "上海"],
    ["empty or 'x'", "x"],
    ["!list", false],
    ["![]", true],
    ["city in ['上海', '杭州']", true],
    ["'海' in city", true],
    ["'id' in order", true],
    ["'toString' in order", false],
    ["order.total > 100 ? '包邮' : '不包邮'", "包邮"],
    ["1 == 1.0", true],
    ["'1' == 1", false],
    ["[1, {a: 2}] == [1, {a: 2}]", true],
    ["null < 0", true],
  ])("%s", (source, value) => {
    expect(run(source)).toEqual(value);
  });

  test("texts typed on two keyboards are equal: NFC and NFD", () => {
    expect(run("a == b", { a: "caf\u00e9", b: "cafe\u0301" })).toBe(true);
  });

  test("the side that is not needed is not evaluated", () => {
    expect(run("false && 1 / 0")).toBe(false);
    expect(run("true || 1 / 0")).toBe(true);
    expect(run("true ? 1 : 1 / 0")).toBe(1);
  });
});

describe("functions", () => {
  test.each([
    ["len('👨‍👩‍👧中')", 6],
    ["len(list) + len(order) + len(nothing)", 6],
    ["upper(lower('AbC')) + trim('  x ')", "ABCx"],
    ["contains(city, '海') && contains(list, 2)", true],
    ["startsWith(city, '上') && endsWith(city, '海')", true],
    ["matches('订单 20260301', '\\\\d{8}')", true],
    ["replace('a-b-c', '-', '$&')", "a$&b$&c"],
    ["number(' １,２３４.5 ')", 1234.5],
    ["number('12abc')", null],
    ["number('0x10')", null],
    ["text(1.50) + text(true)", "1.5true"],
    ["text(0.1 + 0.2)", "0.3"],
    ["round(1.005, 2)", 1.01],
    ["round(-2.5)", -3],
    ["floor(-1.2) + ceil(1.2) + abs(-1)", 1],
    ["min(list) + max(4, 9, 2)", 10],
    ["sum(list)", 6],
    ["join(list, '-')", "3-1-2"],
    ["split('a,b', ',')", ["a", "b"]],
    ["slice('👍🏽好的', 2)", "好的"],
    ["slice(list, 1)", [1, 2]],
    ["first(list) + last(list)", 5],
    ["where(order.items, 'price', 100)", [{ name: "鞋", price: 100 }]],
    ["find(order.items, 'name', '帽子').price", 20],
    ["find(order.items, 'name', '裤子')", null],
    ["default(empty, '无') + default(city, '无')", "无上海"],
    ["date(now, 'YYYY-MM-DD HH:mm')", "2026-03-02 10:00"],
    ["date(now, 'M月D日', 'UTC')", "3月2日"],
    ["keys({b: 1, a: 2})", ["b", "a"]],
  ])("%s", (source, value) => {
    expect(run(source)).toEqual(value);
  });
});

describe("mistakes", () => {
  test.each([
    ["", "empty@0"],
    ["1 +", "unexpected_token@3"],
    ["a = 1", "bad_character@2"],
    ["'open", "unclosed_text@0"],
    ["1 2", "unexpected_token@2"],
    ["nope(1)", "unknown_function@0"],
    ["len()", "wrong_arguments@0"],
    ["1 + len(1, 2)", "wrong_arguments@4"],
    ["1 + null", "type_mismatch@2"],
    ["'a' * 2", "type_mismatch@4"],
    ["1 / (2 - 2)", "division_by_zero@2"],
    ["5 % 0", "division_by_zero@2"],
    ["1e308 * 10", "number_out_of_range@6"],
    ["matches('a', '(?=x)')", "bad_pattern@0"],
    ["date(now, 'YYYY', 'Mars/Base')", "wrong_arguments@0"],
    ["sum(['a'])", "type_mismatch@0"],
  ])("%j is told with its place: %s", (source, error) => {
    expect(errorOf(source)).toBe(error);
  });

  test("are found without running anything", () => {
    expect(findExpressionError("1 +")?.code).toBe("unexpected_token");
    expect(findExpressionError("1 / 0")).toBeNull();
  });
});

describe("budgets", () => {
  test.each([
    ["a source of more than 2,000 characters", `${"1 + ".repeat(600)}1`, {}, "source_too_long"],
    ["brackets without end", `${"(".repeat(900)}1${")".repeat(900)}`, {}, "too_deep"],
    ["a chain without end", `1${"+1".repeat(900)}`, {}, "too_deep"],
    ["minus signs without end", `${"-".repeat(1_900)}1`, {}, "too_deep"],
    ["members without end", `a${".b".repeat(900)}`, {}, "too_deep"],
    ["a list that doubles itself", "a + a + a", { a: Array(5_000).fill(1) }, "too_many_steps"],
    ["a text that doubles itself", "a + a", { a: "x".repeat(60_000) }, "too_large"],
    [
      "work on large lists again and again",
      "contains(a, 1) ".trim() + " || contains(a, 1)".repeat(20),
      { a: Array(2_000).fill(0) },
      "too_many_steps",
    ],
    ["a replace that explodes", "replace(a, 'x', a)", { a: "x".repeat(50_000) }, "too_large"],
    ["a join that explodes", "join(a, b)", { a: Array(5_000).fill(""), b: "x".repeat(50_000) }, "too_large"],
  ] satisfies readonly (readonly [string, string, JsonObject, string])[])("stop %s", (...row) => {
    const [, source, vars, code] = row;
    const startedAt = performance.now();
    expect(String(errorOf(source, vars))).toMatch(new RegExp(`^${code}@`));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  test("a text that doubles itself in a conversation's variable stays bounded", () => {
    let value: unknown = "很长";
    for (let round = 0; round < 40; round += 1) {
      // The result of an expression is JSON by its type; `unknown` is only this loop's variable.
      const outcome = errorOf("x + x", { x: value as string });
      if (String(outcome).startsWith("too_large")) return;
      value = outcome;
    }
    throw new Error("it grew without end");
  });
});

test("variables are listed by the names that are read", () => {
  expect(listVariables("order.total > limit && upper(城市) == order.city ? now : {a: x}['a']")).toEqual([
    "order",
    "limit",
    "城市",
    "now",
    "x",
  ]);
  expect(listVariables("1 +")).toEqual([]);
});
