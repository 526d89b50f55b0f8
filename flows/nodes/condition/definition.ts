import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { jsonSchema } from "../../kernel/json.ts";
import { textSchema } from "../../kernel/text.ts";
import { missing } from "../config-issue.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesExpression, usesPattern, usesTemplate } from "../reference.ts";
import { expressionSchema } from "../value-source.ts";
import { conditionMessages } from "./messages.ts";

const BRANCHES_MAX = 20;
export const GROUPS_MAX = 10;
export const RULES_MAX = 20;

export const OPERATORS = [
  "equals",
  "not-equals",
  "contains",
  "not-contains",
  "starts-with",
  "ends-with",
  "in",
  "not-in",
  "matches",
  "greater",
  "greater-or-equal",
  "less",
  "less-or-equal",
  "before",
  "after",
  "is-empty",
  "is-not-empty",
  "is-true",
  "is-false",
] as const;

export type Operator = (typeof OPERATORS)[number];

/** Operators that look at the left side only. */
const UNARY: readonly Operator[] = ["is-empty", "is-not-empty", "is-true", "is-false"];

const matchSchema = z.enum(["all", "any"]).default("all");

export const ruleSchema = z.strictObject({
  /** What is looked at: a variable or any expression. One that cannot be read counts as empty. */
  left: expressionSchema,
  operator: z.enum(OPERATORS).default("equals"),
  /** What it is compared with. A text may hold `{{ }}`; `in` and `not-in` take a list, or a text with commas. */
  right: jsonSchema.default(null),
});

export const whenSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("rules"),
    match: matchSchema,
    groups: z
      .array(z.strictObject({ match: matchSchema, rules: z.array(ruleSchema).max(RULES_MAX) }))
      .max(GROUPS_MAX),
  }),
  z.strictObject({ type: z.literal("expression"), source: expressionSchema }),
]);

export type Rule = z.infer<typeof ruleSchema>;
export type When = z.infer<typeof whenSchema>;

/** Takes the first branch whose condition holds. */
export const conditionNode = defineNode({
  version: 1,
  family: "logic",
  icon: "split",
  mode: "inline",
  config: z.strictObject({
    branches: z
      .array(z.strictObject({ id: portIdSchema, label: textSchema.optional(), when: whenSchema }))
      .max(BRANCHES_MAX),
  }),
  defaults: () => ({
    branches: [
      {
        id: "branch-1",
        when: { type: "rules" as const, groups: [{ rules: [{ left: "" }] }] },
      },
    ],
  }),
  ports: (config) => [
    ...config.branches.map(({ id, label }) => (label === undefined ? { id } : { id, label })),
    { id: "else" },
  ],
  references: (config) =>
    config.branches.flatMap(({ when }, i) => whenReferences(when, `branches[${i}].when`)),
  compares: (config) =>
    config.branches.flatMap(({ when }, i) =>
      when.type === "expression"
        ? []
        : eachRule(when, `branches[${i}].when`).map(([{ left, right }, at]) => ({
            left,
            value: right,
            path: `${at}.right`,
          })),
    ),
  check: (config) => [
    ...(config.branches.length === 0 ? [missing("branches")] : []),
    ...checkPortIds(config.branches, "branches", ["else"]),
    ...config.branches.flatMap(({ when }, i) => checkWhen(when, `branches[${i}].when`)),
  ],
  form: [{ path: "branches", widget: "conditions", required: true }],
  messages: conditionMessages,
});

function whenReferences(when: When, path: string) {
  if (when.type === "expression") return usesExpression(when.source, `${path}.source`);
  return eachRule(when, path).flatMap(([rule, at]) => [
    ...usesExpression(rule.left, `${at}.left`),
    ...(typeof rule.right !== "string"
      ? []
      : rule.operator === "matches"
        ? usesPattern(rule.right, `${at}.right`)
        : usesTemplate(rule.right, `${at}.right`)),
  ]);
}

function checkWhen(when: When, path: string) {
  if (when.type === "expression") return when.source.trim() ? [] : [missing(`${path}.source`)];
  const rules = eachRule(when, path);
  if (rules.length === 0) return [missing(`${path}.groups`)];
  return rules.flatMap(([rule, at]) => [
    ...(rule.left.trim() ? [] : [missing(`${at}.left`)]),
    ...(rule.right === null && !UNARY.includes(rule.operator) ? [missing(`${at}.right`)] : []),
  ]);
}

function eachRule(when: Extract<When, { type: "rules" }>, path: string) {
  return when.groups.flatMap((group, g) =>
    group.rules.map((rule, r) => [rule, `${path}.groups[${g}].rules[${r}]`] as const),
  );
}
