import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { holds } from "./compare.ts";
import { OPERATORS, type Operator } from "./definition.ts";

function branchOf(branches: readonly JsonObject[], vars: { readonly [name: string]: Json } = {}) {
  const chat = converse(
    drawBundle({
      nodes: { start: { kind: "start" }, if: { kind: "condition", config: { branches } } },
      wires: ["start.next -> if"],
      variables: Object.entries(vars).map(([name, value]) => ({
        name,
        type: "text" as const,
        default: value,
      })),
    }),
    { registry },
  );
  chat.start();
  return chat.path.find((step) => step.startsWith("if."));
}

function rules(...list: readonly JsonObject[]) {
  return { type: "rules", groups: [{ rules: list }] };
}

test("takes the first branch that holds, from top to bottom", () => {
  const branches = [
    { id: "vip", when: rules({ left: "level", operator: "equals", right: "VIP" }) },
    { id: "any", when: rules({ left: "level", operator: "is-not-empty" }) },
  ];
  expect(branchOf(branches, { level: "vip" })).toBe("if.vip");
  expect(branchOf(branches, { level: "new" })).toBe("if.any");
  expect(branchOf(branches, { level: "" })).toBe("if.else");
});

test("joins rules and groups by all and any", () => {
  const when = {
    type: "rules",
    match: "any",
    groups: [
      {
        match: "all",
        rules: [
          { left: "amount", operator: "greater", right: 100 },
          { left: "vip", operator: "is-true" },
        ],
      },
      { match: "any", rules: [{ left: "city", operator: "in", right: "北京，上海" }] },
    ],
  };
  expect(branchOf([{ id: "yes", when }], { amount: "150", vip: true, city: "" })).toBe("if.yes");
  expect(branchOf([{ id: "yes", when }], { amount: 150, vip: false, city: "上海" })).toBe("if.yes");
  expect(branchOf([{ id: "yes", when }], { amount: 150, vip: false, city: "广州" })).toBe("if.else");
});

test("takes what cannot be read as empty", () => {
  expect(
    branchOf([{ id: "none", when: rules({ left: "order.items[3].name", operator: "is-empty" }) }], {
      order: null,
    }),
  ).toBe("if.none");
  expect(branchOf([{ id: "none", when: rules({ left: "((", operator: "is-empty" }) }])).toBe("if.none");
});

test("compares with a template", () => {
  const when = rules({ left: "typed", operator: "equals", right: "{{ code }}" });
  expect(branchOf([{ id: "same", when }], { typed: " ａｂ12 ", code: "AB12" })).toBe("if.same");
});

test("takes an expression as well", () => {
  expect(
    branchOf([{ id: "big", when: { type: "expression", source: "amount > 100" } }], { amount: 101 }),
  ).toBe("if.big");
});

test("does not let a branch without rules swallow everybody", () => {
  expect(branchOf([{ id: "empty", when: { type: "rules", groups: [{ rules: [] }] } }])).toBe("if.else");
  expect(branchOf([])).toBe("if.else");
});

test.each<[Json, Operator, Json, boolean]>([
  ["5", "equals", 5, true],
  ["５", "equals", 5, true],
  ["1,000", "greater-or-equal", 1000, true],
  ["abc", "greater", 1, false],
  [null, "less", 1, false],
  [true, "equals", "true", true],
  [null, "equals", "", true],
  ["订单已发货", "contains", "发货", true],
  ["anything", "contains", "", false],
  [["红", "蓝"], "contains", "蓝", true],
  ["Hello", "starts-with", "he", true],
  ["a.pdf", "ends-with", ".PDF", true],
  [3, "in", [1, 2, 3], true],
  ["深圳", "not-in", "北京、上海", true],
  ["SN-1234", "matches", "^sn-\\d+$", true],
  ["x", "matches", "((", false],
  ["2026-03-01", "before", "2026-03-02", true],
  ["2026-03-02T08:00:00+08:00", "after", "2026-03-01", true],
  ["明天", "before", "2026-03-02", false],
  ["👨‍👩‍👧", "equals", "👨‍👩‍👧", true],
  ["  ", "is-empty", null, true],
  [{}, "is-empty", null, true],
  [0, "is-empty", null, false],
  ["false", "is-false", null, true],
  [null, "is-false", null, false],
])("%j %s %j is %s", (...[left, operator, right, expected]) => {
  expect(holds(left, operator, right)).toBe(expected);
});

test("gives an answer for every operator and every pair of values", () => {
  const values: readonly Json[] = [
    null,
    true,
    0,
    -1.5,
    "",
    "a",
    "１",
    "é",
    "é",
    [],
    [1],
    {},
    { a: 1 },
    "2026-03-01",
  ];
  for (const operator of OPERATORS) {
    for (const left of values)
      for (const right of values) expect(typeof holds(left, operator, right)).toBe("boolean");
  }
});

test("finds opposite operators opposite", () => {
  const values: readonly Json[] = [null, false, 1, "1", "x", ["x"], {}];
  for (const left of values) {
    for (const right of values) {
      expect(holds(left, "not-equals", right)).toBe(!holds(left, "equals", right));
      expect(holds(left, "not-contains", right)).toBe(!holds(left, "contains", right));
      expect(holds(left, "not-in", right)).toBe(!holds(left, "in", right));
      expect(holds(left, "is-not-empty", right)).toBe(!holds(left, "is-empty", right));
    }
  }
});
