import { ExpressionError } from "../../kernel/expression-error.ts";
import { type ExpressionTree, parseExpression } from "../../kernel/expression-parser.ts";
import type { FlowVariable } from "../../kernel/flow.ts";
import type { Json } from "../../kernel/json.ts";
import { printExpression } from "../../kernel/print-expression.ts";
import { GROUPS_MAX, type Operator, RULES_MAX, type Rule, type When } from "./definition.ts";

type Types = ReadonlyMap<string, FlowVariable["type"]>;
type Rules = Extract<When, { readonly type: "rules" }>;

/** `part` is the piece of the source that no rule says. */
export type ToRules =
  | { readonly type: "rules"; readonly when: Rules }
  | { readonly type: "broken" }
  | { readonly type: "too-many" }
  | { readonly type: "inexpressible"; readonly part: string };

type Inexpressible = { readonly part: ExpressionTree };
type Logic = Extract<ExpressionTree, { readonly type: "logic" }>;
type Binary = Extract<ExpressionTree, { readonly type: "binary" }>;

/** The same condition as rules, the other way round of `toExpression`; what rules cannot say is named. */
export function toRules(source: string, types: Types): ToRules {
  const tree = read(source);
  if (tree === null) return { type: "broken" };
  const groups = toGroups(tree);
  const rules = groups.parts.map(({ match, parts }) => ({
    match,
    rules: parts.map((part) => toRule(part, types) ?? { part }),
  }));
  const lost = rules.flatMap((group) => group.rules).find((rule): rule is Inexpressible => "part" in rule);
  if (lost !== undefined) return { type: "inexpressible", part: printExpression(lost.part) };
  if (rules.length > GROUPS_MAX || rules.some((group) => group.rules.length > RULES_MAX)) {
    return { type: "too-many" };
  }
  const whole = rules.map((group) => ({
    match: group.match,
    rules: group.rules.filter((rule): rule is Rule => !("part" in rule)),
  }));
  return { type: "rules", when: { type: "rules", match: groups.match, groups: whole } };
}

type Match = Rules["match"];
type Group = { readonly match: Match; readonly parts: readonly ExpressionTree[] };

/** A group for each part in brackets, and one for the parts between two of those: they are joined as the groups are. */
function toGroups(tree: ExpressionTree): { readonly match: Match; readonly parts: readonly Group[] } {
  if (tree.type !== "logic") return { match: "all", parts: [{ match: "all", parts: [tree] }] };
  const match = toMatch(tree);
  const groups: Group[] = [];
  let run: ExpressionTree[] = [];
  const closeRun = () => {
    groups.push(...cutInto(run, RULES_MAX).map((parts) => ({ match, parts })));
    run = [];
  };
  for (const part of flatten(tree, tree.operator)) {
    if (part.type !== "logic") run.push(part);
    else {
      closeRun();
      groups.push({ match: toMatch(part), parts: flatten(part, part.operator) });
    }
  }
  closeRun();
  return { match, parts: groups };
}

/** A long chain reads the same in several groups that are joined alike. */
function cutInto<Item>(items: readonly Item[], countMax: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / countMax);
  return Array.from({ length: count }, (_, i) => items.slice(i * countMax, (i + 1) * countMax));
}

function flatten(tree: ExpressionTree, operator: Logic["operator"]): readonly ExpressionTree[] {
  return tree.type === "logic" && tree.operator === operator
    ? [...flatten(tree.left, operator), ...flatten(tree.right, operator)]
    : [tree];
}

const toMatch = ({ operator }: Logic): Match => (operator === "&&" ? "all" : "any");

function toRule(tree: ExpressionTree, types: Types): Rule | null {
  switch (tree.type) {
    case "binary":
      return toComparison(tree);
    case "call":
      return toCalled(tree, CALLS);
    case "not":
      return tree.operand.type === "call" ? toCalled(tree.operand, NEGATED_CALLS) : toNotAmong(tree.operand);
    case "name":
      return types.get(tree.name) === "boolean" ? rule(tree.name, "is-true", null) : null;
    default:
      return null;
  }
}

const SIGNS: { readonly [sign: string]: Operator } = {
  "==": "equals",
  "!=": "not-equals",
  ">": "greater",
  ">=": "greater-or-equal",
  "<": "less",
  "<=": "less-or-equal",
};
const TURNED: { readonly [sign: string]: string } = {
  "==": "==",
  "!=": "!=",
  ">": "<",
  ">=": "<=",
  "<": ">",
  "<=": ">=",
};
const CALLS: { readonly [name: string]: Operator } = {
  contains: "contains",
  startsWith: "starts-with",
  endsWith: "ends-with",
  matches: "matches",
};
const NEGATED_CALLS: { readonly [name: string]: Operator } = { contains: "not-contains" };

function toComparison({ operator, left, right }: Binary): Rule | null {
  if (operator === "in") return toAmong(left, right, "in");
  const turned = TURNED[operator];
  if (left.type === "literal" && right.type !== "literal" && turned !== undefined) {
    return toCompared(turned, right, left);
  }
  return toCompared(operator, left, right);
}

function toCompared(sign: string, left: ExpressionTree, right: ExpressionTree): Rule | null {
  const operator = SIGNS[sign];
  if (operator === undefined) return null;
  const length = left.type === "call" && left.name === "len" ? left.args[0] : undefined;
  if (length !== undefined && right.type === "literal" && right.value === 0) {
    const emptiness = EMPTINESS[sign];
    return emptiness === undefined ? null : rule(printExpression(length), emptiness, null);
  }
  if (sign === "==" && right.type === "literal" && typeof right.value === "boolean") {
    return rule(printExpression(left), right.value ? "is-true" : "is-false", null);
  }
  const value = toOperand(right);
  if (value === null) return null;
  return rule(printExpression(sign in ORDERS ? toNumbered(left) : left), operator, value);
}

const EMPTINESS: { readonly [sign: string]: Operator } = {
  "==": "is-empty",
  ">": "is-not-empty",
  "!=": "is-not-empty",
};
const ORDERS: { readonly [sign: string]: true } = { ">": true, ">=": true, "<": true, "<=": true };

/** A rule reads a number out of a text by itself. */
function toNumbered(tree: ExpressionTree): ExpressionTree {
  const [inner] = tree.type === "call" && tree.name === "number" ? tree.args : [];
  return inner ?? tree;
}

function toCalled(tree: Extract<ExpressionTree, { type: "call" }>, calls: typeof CALLS): Rule | null {
  const operator = Object.hasOwn(calls, tree.name) ? calls[tree.name] : undefined;
  const [left, right] = tree.args;
  if (operator === undefined || left === undefined || right === undefined) return null;
  const value = operator === "matches" ? toPattern(right) : toOperand(right);
  return value === null ? null : rule(printExpression(left), operator, value);
}

function toNotAmong(tree: ExpressionTree): Rule | null {
  return tree.type === "binary" && tree.operator === "in" ? toAmong(tree.left, tree.right, "not-in") : null;
}

function toAmong(left: ExpressionTree, right: ExpressionTree, operator: "in" | "not-in"): Rule | null {
  if (right.type !== "list") {
    const value = right.type === "literal" ? null : toOperand(right);
    return value === null ? null : rule(printExpression(left), operator, value);
  }
  const items = right.items.map(toConstant);
  const isWhole = items.length > 0 && !items.includes(null);
  return isWhole ? rule(printExpression(left), operator, items) : null;
}

function toPattern(tree: ExpressionTree): string | null {
  return tree.type === "literal" && typeof tree.value === "string" ? tree.value : null;
}

function toConstant(tree: ExpressionTree): Json {
  if (tree.type === "literal") return isPlain(tree.value) ? tree.value : null;
  const inner = tree.type === "negate" && tree.operand.type === "literal" ? tree.operand.value : null;
  return typeof inner === "number" ? -inner : null;
}

const COMPUTED: readonly ExpressionTree["type"][] = ["name", "member", "index", "call", "binary", "negate"];

/** A fixed value, words and variables put together, or what is worked out between braces; null for anything else. */
function toOperand(tree: ExpressionTree): Json {
  const constant = toConstant(tree);
  if (constant !== null) return constant;
  const pieces = listPieces(tree).map(toPiece);
  if (pieces.length > 1 && !pieces.includes(null)) return pieces.join("");
  return COMPUTED.includes(tree.type) ? toChip(tree) : null;
}

function toChip(tree: ExpressionTree): string | null {
  const source = printExpression(tree);
  return /[{}]/.test(source) ? null : `{{ ${source} }}`;
}

function toPiece(tree: ExpressionTree): string | null {
  if (tree.type === "literal")
    return typeof tree.value === "string" && isPlain(tree.value) ? tree.value : null;
  const [inner] = tree.type === "call" && tree.name === "text" ? tree.args : [];
  return inner === undefined ? null : toChip(inner);
}

function listPieces(tree: ExpressionTree): readonly ExpressionTree[] {
  return tree.type === "binary" && tree.operator === "+"
    ? [...listPieces(tree.left), ...listPieces(tree.right)]
    : [tree];
}

/** Braces in a text would be read as a variable once they stand in a rule. */
const isPlain = (value: Json): boolean =>
  value !== null && !(typeof value === "string" && /\{\{|\\/.test(value));

const rule = (left: string, operator: Operator, right: Json): Rule => ({ left, operator, right });

function read(source: string): ExpressionTree | null {
  try {
    return parseExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
