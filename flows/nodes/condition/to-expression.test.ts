import { describe, expect, it } from "vitest";
import { compileExpression } from "../../kernel/expression.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { holds } from "./compare.ts";
import type { Operator, Rule } from "./definition.ts";
import { toExpression } from "./to-expression.ts";

const types = new Map([
  ["total", "number"],
  ["city", "text"],
] as const);
const rule = (left: string, operator: Operator, right: Json = null): Rule => ({ left, operator, right });
const one = (own: Rule) =>
  toExpression({ type: "rules", match: "all", groups: [{ match: "all", rules: [own] }] }, types);

describe("toExpression", () => {
  it("says the same as the rule", () => {
    const values: readonly JsonObject[] = [
      { total: 5, city: "上海" },
      { total: 100, city: "" },
      { total: 0, city: null },
    ];
    const rules = [
      rule("total", "greater", 5),
      rule("total", "less-or-equal", 5),
      rule("total", "equals", "100"),
      rule("city", "equals", "上海"),
      rule("city", "not-equals", "上海"),
      rule("city", "starts-with", "上"),
      rule("city", "contains", "海"),
      rule("city", "in", ["上海", "杭州"]),
      rule("city", "not-in", ["上海"]),
      rule("city", "is-empty"),
      rule("city", "is-not-empty"),
    ];
    for (const own of rules) {
      for (const vars of values) {
        const source = one(own) ?? "";
        expect(compileExpression(source).evaluate(vars), `${source} ${JSON.stringify(vars)}`).toBe(
          holds(vars[own.left] ?? null, own.operator, own.right),
        );
      }
    }
  });

  it("puts groups into brackets", () => {
    const groups = [
      { match: "all" as const, rules: [rule("total", "greater", 1), rule("city", "equals", "x")] },
      { match: "any" as const, rules: [rule("city", "is-empty"), rule("city", "matches", "^a")] },
    ];
    expect(toExpression({ type: "rules", match: "any", groups }, types)).toBe(
      '(total > 1 and city == "x") or (len(city) == 0 or matches(city, "^a"))',
    );
  });

  it("reads variables on the right side", () => {
    expect(one(rule("city", "equals", "{{ home }}"))).toBe("city == home");
    expect(one(rule("city", "equals", "{{ home }}市"))).toBe('city == (text(home) + "市")');
  });

  it("gives up where no expression says the same, or something is missing", () => {
    expect(one(rule("city", "before", "2026-11-08"))).toBeNull();
    expect(one(rule("", "is-empty"))).toBeNull();
    expect(one(rule("city", "equals"))).toBeNull();
    expect(toExpression({ type: "rules", match: "all", groups: [] }, types)).toBeNull();
  });
});
