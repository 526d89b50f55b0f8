import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../../kernel/expression.ts";
import type { FlowVariable } from "../../kernel/flow.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { compileTemplate } from "../../kernel/template.ts";
import { holds } from "./compare.ts";
import type { Operator, Rule, When } from "./definition.ts";
import { toExpression } from "./to-expression.ts";
import { toRules } from "./to-rules.ts";

type Rules = Extract<When, { type: "rules" }>;

const types = new Map<string, FlowVariable["type"]>([
  ["total", "number"],
  ["vip", "boolean"],
  ["city", "text"],
  ["items", "list"],
]);
const rule = (left: string, operator: Operator, right: Json = null): Rule => ({ left, operator, right });

describe("an expression becomes rules", () => {
  test.each<[string, Rule]>([
    ["total > 5", rule("total", "greater", 5)],
    ["5 < total", rule("total", "greater", 5)],
    ["total >= -1", rule("total", "greater-or-equal", -1)],
    ["number(city) < 3", rule("city", "less", 3)],
    ['city == "上海"', rule("city", "equals", "上海")],
    ["city ！= “上海”", rule("city", "not-equals", "上海")],
    ["city == home.city", rule("city", "equals", "{{ home.city }}")],
    ["total > limit * 2", rule("total", "greater", "{{ limit * 2 }}")],
    ['city == text(home) + "市"', rule("city", "equals", "{{ home }}市")],
    ['city in ["上海", "杭州"]', rule("city", "in", ["上海", "杭州"])],
    ['not (city in ["上海"])', rule("city", "not-in", ["上海"])],
    ["city in cities", rule("city", "in", "{{ cities }}")],
    ['contains(items, "茶")', rule("items", "contains", "茶")],
    ['not contains(items, "茶")', rule("items", "not-contains", "茶")],
    ['startsWith(city, "上")', rule("city", "starts-with", "上")],
    ['matches(city, "^A\\\\d{2}$")', rule("city", "matches", "^A\\d{2}$")],
    ["len(city) == 0", rule("city", "is-empty")],
    ["len(items) > 0", rule("items", "is-not-empty")],
    ["vip", rule("vip", "is-true")],
    ["vip == false", rule("vip", "is-false")],
    ["order.total + 1 == 3", rule("order.total + 1", "equals", 3)],
  ])("%s", (source, expected) => {
    expect(toRules(source, types)).toEqual({
      type: "rules",
      when: { type: "rules", match: "all", groups: [{ match: "all", rules: [expected] }] },
    });
  });

  test("with a group for each part in brackets", () => {
    expect(toRules('(total > 1 and vip) or city == "x" or (len(city) == 0 and vip)', types)).toMatchObject({
      when: {
        match: "any",
        groups: [
          { match: "all", rules: [{ left: "total" }, { left: "vip" }] },
          { rules: [{ left: "city" }] },
          { match: "all", rules: [{ operator: "is-empty" }, { left: "vip" }] },
        ],
      },
    });
  });

  test.each([
    ["total > 1 ? vip : city", "total > 1 ? vip : city"],
    ["vip and (total > 1 or (vip and city))", "vip and city"],
    ["vip and not vip", "not vip"],
    ["vip and city == null", "city == null"],
    ["city", "city"],
    ["city == “{{”", 'city == "{{"'],
    ["total > 1 and round(total)", "round(total)"],
  ])("but %s says more than rules can", (source, part) => {
    expect(toRules(source, types)).toEqual({ type: "inexpressible", part });
  });

  test("not when it cannot be read, or holds more than a branch may", () => {
    expect(toRules("total >", types)).toEqual({ type: "broken" });
    const many = Array.from({ length: 25 }, () => "vip").join(" and ");
    expect(toRules(many, types)).toMatchObject({ when: { match: "all", groups: [{}, {}] } });
    const groups = Array.from({ length: 11 }, () => "(vip or vip)").join(" and ");
    expect(toRules(groups, types)).toEqual({ type: "too-many" });
  });
});

const value = fc.constantFrom<Json>("上海", "A12", 5, 12, "7", "{{ home }}", "{{ home }}市");
const anyRule = fc.oneof(
  fc.record({
    left: fc.constantFrom("city", "home", "order.city"),
    operator: fc.constantFrom<Operator>(
      "equals",
      "not-equals",
      "contains",
      "not-contains",
      "starts-with",
      "ends-with",
    ),
    right: value,
  }),
  fc.record({
    left: fc.constantFrom("total", "city", "order.total"),
    operator: fc.constantFrom<Operator>("greater", "greater-or-equal", "less", "less-or-equal"),
    right: fc.integer({ min: -20, max: 20 }),
  }),
  fc.record({
    left: fc.constantFrom("city", "total"),
    operator: fc.constantFrom<Operator>("in", "not-in"),
    right: fc.constantFrom<Json>(["上海", "杭州"], [5, -3], "上海，A12"),
  }),
  fc.record({
    left: fc.constantFrom("city", "items", "vip"),
    operator: fc.constantFrom<Operator>("is-empty", "is-not-empty", "is-true", "is-false"),
    right: fc.constant(null),
  }),
);
const match = fc.constantFrom("all" as const, "any" as const);
const anyRules = fc.record({
  type: fc.constant("rules" as const),
  match,
  groups: fc.array(fc.record({ match, rules: fc.array(anyRule, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});
const vars = fc.record({
  city: fc.constantFrom<Json>("上海", "A12", "", null, "7"),
  home: fc.constantFrom<Json>("上海", "杭州"),
  total: fc.integer({ min: -20, max: 20 }),
  vip: fc.boolean(),
  items: fc.constantFrom<Json>([], ["茶"]),
  order: fc.record({ city: fc.constantFrom("上海", "A12"), total: fc.integer({ min: -20, max: 20 }) }),
});

test("rules that became an expression become rules of the same meaning again", () => {
  fc.assert(
    fc.property(anyRules, vars, (rules, facts) => {
      const source = toExpression(rules, types);
      const again = toRules(source ?? "", types);
      if (again.type !== "rules") throw new Error(`${source} became ${JSON.stringify(again)}`);
      expect(isMet(again.when, facts), source ?? "").toBe(isMet(rules, facts));
      const third = toRules(toExpression(again.when, types) ?? "", types);
      expect(third).toEqual(again);
    }),
    { numRuns: 500 },
  );
});

function isMet({ match: outer, groups }: Rules, facts: JsonObject): boolean {
  const all = groups.map((group) => {
    const met = group.rules.map(({ left, operator, right }) => {
      const wanted =
        typeof right === "string" && operator !== "matches"
          ? compileTemplate(right).render({ vars: facts, locale: "zh-CN" })
          : right;
      return holds(compileExpression(left).evaluate(facts), operator, wanted);
    });
    return group.match === "all" ? met.every(Boolean) : met.some(Boolean);
  });
  return outer === "all" ? all.every(Boolean) : all.some(Boolean);
}
