import { ExpressionError } from "./expression-error.ts";
import { evaluateTree, type Scope } from "./expression-evaluate.ts";
import { type ExpressionTree, parseExpression } from "./expression-parser.ts";
import type { Json, JsonObject } from "./json.ts";
import { memoize } from "./memo.ts";

/**
 * Our own small language for conditions and values: `order.total > 100 && city in ["上海", "杭州"]`.
 * A tree walker over JSON with budgets; never JavaScript evaluation of any form. Names that nobody set read as null.
 */
export type Expression = {
  /** Throws an `ExpressionError` on a wrong type or a spent budget. */
  evaluate(vars: JsonObject, more?: JsonObject): Json;
  /** Names that the expression reads, without doubles. */
  readonly variables: readonly string[];
  /** Where in the source each of them stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
};

const SOURCE_MAX_CHARS = 2_000;
const CACHE_ENTRIES_MAX = 5_000;
const NOTHING: JsonObject = {};

/** Throws an `ExpressionError` when the source is not of the language. The same source is compiled once. */
export function compileExpression(source: string): Expression {
  const found = compiled(source);
  if (found instanceof ExpressionError) throw found;
  return found;
}

/** Names that the expression reads; none when it cannot be read at all. */
export function listVariables(source: string): readonly string[] {
  const found = compiled(source);
  return found instanceof ExpressionError ? [] : found.variables;
}

/** What is wrong with the source, or null. */
export function findExpressionError(source: string): ExpressionError | null {
  const found = compiled(source);
  return found instanceof ExpressionError ? found : null;
}

const compiled = memoize(CACHE_ENTRIES_MAX, (source: string): Expression | ExpressionError => {
  try {
    if (source.length > SOURCE_MAX_CHARS) throw new ExpressionError("source_too_long", SOURCE_MAX_CHARS);
    return toExpression(parseExpression(source));
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
});

function toExpression(tree: ExpressionTree): Expression {
  const places = new Map<string, number[]>();
  collectNames(tree, places);
  return {
    evaluate: (vars, more = NOTHING) => {
      const scope: Scope = [vars, more];
      return evaluateTree(tree, scope);
    },
    variables: [...places.keys()],
    places,
  };
}

function collectNames(tree: ExpressionTree, places: Map<string, number[]>): void {
  if (tree.type === "name") places.set(tree.name, [...(places.get(tree.name) ?? []), tree.at]);
  for (const child of listChildren(tree)) collectNames(child, places);
}

function listChildren(tree: ExpressionTree): readonly ExpressionTree[] {
  switch (tree.type) {
    case "literal":
    case "name":
      return [];
    case "member":
      return [tree.target];
    case "index":
      return [tree.target, tree.index];
    case "not":
    case "negate":
      return [tree.operand];
    case "logic":
    case "binary":
      return [tree.left, tree.right];
    case "choose":
      return [tree.test, tree.then, tree.otherwise];
    case "list":
      return tree.items;
    case "map":
      return tree.entries.map((entry) => entry.value);
    case "call":
      return tree.args;
  }
}
