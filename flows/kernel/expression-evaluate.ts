import { compareValues, isEqual, isList, isMap, isTruthy } from "./compare-values.ts";
import { ExpressionError } from "./expression-error.ts";
import { EXPRESSION_FUNCTIONS, FunctionRefusal } from "./expression-functions.ts";
import type { ExpressionTree } from "./expression-parser.ts";
import type { Json, JsonObject } from "./json.ts";
import { toPlainText } from "./to-plain-text.ts";

/** What an expression reads names from; the first that owns the name wins. */
export type Scope = readonly JsonObject[];

/** One evaluation may touch this many tree nodes and list items; an honest expression needs a few dozen. */
const STEPS_MAX = 10_000;
const TEXT_MAX_CHARS = 100_000;
const LIST_MAX_ITEMS = 10_000;

type Run = { readonly scope: Scope; steps: number };

/** Walks the tree. Reads own properties only, so that `constructor` and `__proto__` are names like any other, and unknown. */
export function evaluateTree(tree: ExpressionTree, scope: Scope): Json {
  return evaluate(tree, { scope, steps: 0 });
}

function evaluate(tree: ExpressionTree, run: Run): Json {
  spend(run, 1, 0);
  switch (tree.type) {
    case "literal":
      return tree.value;
    case "name":
      return readName(tree.name, run.scope);
    case "member":
      return readKey(evaluate(tree.target, run), tree.key);
    case "index":
      return readIndex(evaluate(tree.target, run), evaluate(tree.index, run));
    case "not":
      return !isTruthy(evaluate(tree.operand, run));
    case "negate":
      return -toNumber(evaluate(tree.operand, run), tree.at);
    case "logic": {
      const left = evaluate(tree.left, run);
      return isTruthy(left) === (tree.operator === "||") ? left : evaluate(tree.right, run);
    }
    case "binary":
      return applyBinary(tree, run);
    case "choose":
      return evaluate(isTruthy(evaluate(tree.test, run)) ? tree.then : tree.otherwise, run);
    case "list":
      return tree.items.map((item) => evaluate(item, run));
    case "map":
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, evaluate(value, run)]));
    case "call":
      return applyCall(tree, run);
  }
}

function readName(name: string, scope: Scope): Json {
  for (const vars of scope) {
    if (Object.hasOwn(vars, name)) return vars[name] ?? null;
  }
  return null;
}

function readKey(target: Json, key: string): Json {
  return isMap(target) && Object.hasOwn(target, key) ? (target[key] ?? null) : null;
}

function readIndex(target: Json, index: Json): Json {
  if (isList(target))
    return typeof index === "number" && Number.isInteger(index) ? (target.at(index) ?? null) : null;
  return typeof index === "string" ? readKey(target, index) : null;
}

function applyBinary(tree: ExpressionTree & { readonly type: "binary" }, run: Run): Json {
  const left = evaluate(tree.left, run);
  const right = evaluate(tree.right, run);
  switch (tree.operator) {
    case "==":
      return isEqual(left, chargeFor(right, tree.at, run));
    case "!=":
      return !isEqual(left, chargeFor(right, tree.at, run));
    case "<":
      return compareValues(left, chargeFor(right, tree.at, run)) < 0;
    case "<=":
      return compareValues(left, chargeFor(right, tree.at, run)) <= 0;
    case ">":
      return compareValues(left, chargeFor(right, tree.at, run)) > 0;
    case ">=":
      return compareValues(left, chargeFor(right, tree.at, run)) >= 0;
    case "in":
      return isIn(left, chargeFor(right, tree.at, run));
    case "+":
      return add(left, right, { at: tree.at, run });
    default:
      return calculate(tree.operator, [toNumber(left, tree.at), toNumber(right, tree.at)], tree.at);
  }
}

function isIn(part: Json, whole: Json): boolean {
  if (isList(whole)) return whole.some((item) => isEqual(item, part));
  if (isMap(whole)) return typeof part === "string" && Object.hasOwn(whole, part);
  return (
    typeof whole === "string" &&
    toPlainText(whole).normalize("NFC").includes(toPlainText(part).normalize("NFC"))
  );
}

/** Numbers add up, lists join; as soon as one side is text, both are joined as text. */
function add(left: Json, right: Json, place: { readonly at: number; readonly run: Run }): Json {
  if (typeof left === "number" && typeof right === "number") return calculate("+", [left, right], place.at);
  if (isList(left) && isList(right)) return checkSize([...left, ...right], place.at, place.run);
  if (typeof left !== "string" && typeof right !== "string")
    throw new ExpressionError("type_mismatch", place.at);
  return checkSize(toPlainText(left) + toPlainText(right), place.at, place.run);
}

function calculate(
  operator: "+" | "-" | "*" | "/" | "%",
  sides: readonly [number, number],
  at: number,
): number {
  const [left, right] = sides;
  if ((operator === "/" || operator === "%") && right === 0)
    throw new ExpressionError("division_by_zero", at);
  const results = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "%": left % right,
  };
  const result = results[operator];
  if (!Number.isFinite(result)) throw new ExpressionError("number_out_of_range", at);
  return result;
}

function applyCall(tree: ExpressionTree & { readonly type: "call" }, run: Run): Json {
  const known = EXPRESSION_FUNCTIONS[tree.name];
  if (known === undefined) throw new ExpressionError("unknown_function", tree.at);
  const args = tree.args.map((arg) => chargeFor(evaluate(arg, run), tree.at, run));
  if (args.some((arg) => typeof arg === "string" && arg.length > TEXT_MAX_CHARS)) {
    throw new ExpressionError("too_large", tree.at);
  }
  if (tree.name === "replace" || tree.name === "join") refuseGrowth(args, tree.at);
  try {
    const result = known.apply(args);
    if (typeof result === "number" && !Number.isFinite(result)) {
      throw new ExpressionError("number_out_of_range", tree.at);
    }
    return checkSize(result, tree.at, run);
  } catch (error) {
    if (error instanceof FunctionRefusal) throw new ExpressionError(error.code, tree.at);
    throw error;
  }
}

/** `replace` and `join` alone can make a text longer than everything that went in; refused before the memory is taken. */
function refuseGrowth(args: readonly Json[], at: number): void {
  const [whole, , insert] = args;
  const pieces = isList(whole ?? null) ? lengthOf(whole) : 1 + lengthOf(whole);
  const longest = isList(whole ?? null) ? Math.max(lengthOf(args[1]), ...toLengths(whole)) : lengthOf(insert);
  if (pieces * longest > TEXT_MAX_CHARS * 10) throw new ExpressionError("too_large", at);
}

function toLengths(value: Json | undefined): readonly number[] {
  return value !== undefined && isList(value) ? value.map(lengthOf) : [];
}

function lengthOf(value: Json | undefined): number {
  return typeof value === "string" || (value !== undefined && value !== null && isList(value))
    ? value.length
    : 1;
}

function checkSize(value: Json, at: number, run: Run): Json {
  if (typeof value === "string" && value.length > TEXT_MAX_CHARS) throw new ExpressionError("too_large", at);
  if (isList(value) && value.length > LIST_MAX_ITEMS) throw new ExpressionError("too_large", at);
  return chargeFor(value, at, run);
}

/** Lists cost what they hold: comparing two of 10,000 items is no single step. */
function chargeFor(value: Json, at: number, run: Run): Json {
  if (typeof value === "object" && value !== null) {
    spend(run, isList(value) ? value.length : Object.keys(value).length, at);
  }
  return value;
}

function spend(run: Run, steps: number, at: number): void {
  run.steps += steps;
  if (run.steps > STEPS_MAX) throw new ExpressionError("too_many_steps", at);
}

function toNumber(value: Json, at: number): number {
  if (typeof value !== "number") throw new ExpressionError("type_mismatch", at);
  return value;
}
