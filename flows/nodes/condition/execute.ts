import type { z } from "zod";
import { isTruthy } from "../../kernel/compare-values.ts";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import { holds } from "./compare.ts";
import type { conditionNode, Rule, When } from "./definition.ts";

export const conditionExecutor: Executor<z.output<typeof conditionNode.config>> = {
  enter: (config, context) => {
    const branch = config.branches.find(({ when }) => isMet(when, context));
    return { type: "leave", port: branch?.id ?? "else" };
  },
};

function isMet(when: When, context: NodeContext): boolean {
  if (when.type === "expression") return isTruthy(context.evaluate(when.source));
  const groups = when.groups.filter(({ rules }) => rules.length > 0);
  // A branch without rules must not swallow every customer.
  if (groups.length === 0) return false;
  return combine(when.match, groups, (group) =>
    combine(group.match, group.rules, (rule) => isRuleMet(rule, context)),
  );
}

function isRuleMet({ left, operator, right }: Rule, context: NodeContext): boolean {
  const wanted = typeof right === "string" && operator !== "matches" ? context.text(right) : right;
  return holds(read(left, context), operator, wanted);
}

/** What cannot be read counts as empty: a fact that nobody told us yet is an ordinary case here, not an error. */
function read(source: string, context: NodeContext): Json {
  try {
    return source.trim() === "" ? null : context.evaluate(source);
  } catch {
    return null;
  }
}

function combine<Item>(match: "all" | "any", items: readonly Item[], test: (item: Item) => boolean): boolean {
  return match === "all" ? items.every(test) : items.some(test);
}
