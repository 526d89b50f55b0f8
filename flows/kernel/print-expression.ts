import type { ExpressionTree } from "./expression-parser.ts";

/** How tightly a tree holds together: one that holds less than its place asks for gets brackets. */
const TIGHTNESS: { readonly [operator: string]: number } = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  in: 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  "%": 5,
};
const CHOOSE = 0;
const UNARY = 6;
const POSTFIX = 7;
const WORDS: { readonly [operator: string]: string } = { "&&": "and", "||": "or" };

/** The source that reads as this tree, in one spelling: words for `and` and `or`, double quotes, brackets where they are needed. */
export function printExpression(tree: ExpressionTree): string {
  return print(tree, CHOOSE);
}

function print(tree: ExpressionTree, tightnessMin: number): string {
  const source = printBare(tree);
  return toTightness(tree) < tightnessMin ? `(${source})` : source;
}

function printBare(tree: ExpressionTree): string {
  switch (tree.type) {
    case "literal":
      return JSON.stringify(tree.value);
    case "name":
      return tree.name;
    case "member":
      return `${print(tree.target, POSTFIX)}.${tree.key}`;
    case "index":
      return `${print(tree.target, POSTFIX)}[${print(tree.index, CHOOSE)}]`;
    case "not":
      return `not ${print(tree.operand, UNARY)}`;
    case "negate":
      return `-${print(tree.operand, UNARY)}`;
    case "logic":
    case "binary": {
      const own = toTightness(tree);
      const sign = WORDS[tree.operator] ?? tree.operator;
      return `${print(tree.left, own)} ${sign} ${print(tree.right, own + 1)}`;
    }
    case "choose":
      return `${print(tree.test, CHOOSE + 1)} ? ${print(tree.then, CHOOSE)} : ${print(tree.otherwise, CHOOSE)}`;
    case "list":
      return `[${printAll(tree.items)}]`;
    case "map":
      return `{ ${tree.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${print(value, CHOOSE)}`).join(", ")} }`;
    case "call":
      return `${tree.name}(${printAll(tree.args)})`;
  }
}

function printAll(trees: readonly ExpressionTree[]): string {
  return trees.map((tree) => print(tree, CHOOSE)).join(", ");
}

function toTightness(tree: ExpressionTree): number {
  switch (tree.type) {
    case "choose":
      return CHOOSE;
    case "logic":
    case "binary":
      return TIGHTNESS[tree.operator] ?? CHOOSE;
    case "not":
    case "negate":
      return UNARY;
    case "literal":
      // A minus before a number is read as an operator.
      return typeof tree.value === "number" && tree.value < 0 ? UNARY : POSTFIX;
    default:
      return POSTFIX;
  }
}
