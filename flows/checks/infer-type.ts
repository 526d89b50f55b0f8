import type { VariableType } from "../kernel/define-node.ts";
import { ExpressionError } from "../kernel/expression-error.ts";
import { type ExpressionTree, parseExpression } from "../kernel/expression-parser.ts";
import type { Json } from "../kernel/json.ts";
import { memoize } from "../kernel/memo.ts";
import { FUNCTION_TYPES } from "./function-types.ts";

/** Null where it cannot be told before the flow runs. */
export type InferredType = VariableType | null;

/** `used` is never right where it stands: the expression fails there, or gives the same whatever the value. */
export type TypeClash = { readonly used: VariableType; readonly wanted: readonly VariableType[] };

export type TypedExpression = { readonly type: InferredType; readonly clashes: readonly TypeClash[] };

type TypeOf = (name: string) => InferredType;
type Walk = { readonly typeOf: TypeOf; readonly clashes: TypeClash[] };

const CACHE_ENTRIES_MAX = 5_000;

/**
 * What an expression gives, and where it uses a value as what it cannot be. Only what is certain from the declared types is
 * named: a value of unknown type, or one that may be missing, fits anywhere.
 */
export function inferType(source: string, typeOf: TypeOf): TypedExpression {
  const tree = parsed(source);
  if (tree === "broken") return { type: null, clashes: [] };
  const walk: Walk = { typeOf, clashes: [] };
  const type = infer(tree, walk);
  return { type, clashes: walk.clashes };
}

export function toType(value: Json): InferredType {
  if (value === null) return null;
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return Array.isArray(value) ? "list" : "object";
}

const parsed = memoize(CACHE_ENTRIES_MAX, (source: string): ExpressionTree | "broken" => {
  try {
    return parseExpression(source);
  } catch (error) {
    // The check of references has named it.
    if (error instanceof ExpressionError) return "broken";
    throw error;
  }
});

function infer(tree: ExpressionTree, walk: Walk): InferredType {
  switch (tree.type) {
    case "literal":
      return toType(tree.value);
    case "name":
      return walk.typeOf(tree.name);
    case "member":
      want(infer(tree.target, walk), ["object"], walk);
      return null;
    case "index":
      want(infer(tree.target, walk), ["list", "object"], walk);
      infer(tree.index, walk);
      return null;
    case "not":
      infer(tree.operand, walk);
      return "boolean";
    case "negate":
      want(infer(tree.operand, walk), ["number"], walk);
      return "number";
    case "logic":
      return common(infer(tree.left, walk), infer(tree.right, walk));
    case "binary":
      return inferBinary(tree, walk);
    case "choose":
      infer(tree.test, walk);
      return common(infer(tree.then, walk), infer(tree.otherwise, walk));
    case "list":
      for (const item of tree.items) infer(item, walk);
      return "list";
    case "map":
      for (const { value } of tree.entries) infer(value, walk);
      return "object";
    case "call":
      return inferCall(tree, walk);
  }
}

function inferBinary(tree: ExpressionTree & { readonly type: "binary" }, walk: Walk): InferredType {
  const left = infer(tree.left, walk);
  const right = infer(tree.right, walk);
  switch (tree.operator) {
    case "+":
      return inferSum(left, right, walk);
    case "-":
    case "*":
    case "/":
    case "%":
      want(left, ["number"], walk);
      want(right, ["number"], walk);
      return "number";
    case "in":
      want(right, ["list", "object", "text"], walk);
      return "boolean";
    default:
      // Values of two types are never equal, and their order says nothing of the values.
      if (left !== null) want(right, [left], walk);
      return "boolean";
  }
}

function inferSum(left: InferredType, right: InferredType, walk: Walk): InferredType {
  if (left === "text" || right === "text") return "text";
  if (left === null || right === null) return null;
  if (left === right && (left === "number" || left === "list")) return left;
  want(right, left === "list" ? ["list", "text"] : left === "number" ? ["number", "text"] : ["text"], walk);
  return null;
}

function inferCall(tree: ExpressionTree & { readonly type: "call" }, walk: Walk): InferredType {
  const known = Object.hasOwn(FUNCTION_TYPES, tree.name) ? FUNCTION_TYPES[tree.name] : undefined;
  tree.args.forEach((arg, index) => {
    const type = infer(arg, walk);
    const wanted = known?.takes[Math.min(index, known.takes.length - 1)] ?? null;
    if (wanted !== null) want(type, wanted, walk);
  });
  return known?.gives ?? null;
}

function want(used: InferredType, wanted: readonly VariableType[], walk: Walk): void {
  if (used !== null && !wanted.includes(used)) walk.clashes.push({ used, wanted });
}

function common(left: InferredType, right: InferredType): InferredType {
  return left === right ? left : null;
}
