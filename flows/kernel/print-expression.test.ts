import fc from "fast-check";
import { expect, test } from "vitest";
import { type ExpressionTree, parseExpression } from "./expression-parser.ts";
import { printExpression } from "./print-expression.ts";

test.each([
  ["a&&b||!c", "a and b or not c"],
  ["(a or b) and c", "(a or b) and c"],
  ["(（a）) + 1 * (2 + 3)", "a + 1 * (2 + 3)"],
  ["a - (b - c) - d", "a - (b - c) - d"],
  ["not (x in ['甲', “乙”])", 'not (x in ["甲", "乙"])'],
  ["-(a + b).c[0]", "-(a + b).c[0]"],
  ["a ? b : (c ? d : e)", "a ? b : c ? d : e"],
  ["(a ? b : c) ? d : e", "(a ? b : c) ? d : e"],
  ["{ a: 1, '乙 ': [x] }", '{ "a": 1, "乙 ": [x] }'],
])("%s is written as %s", (source, printed) => {
  expect(printExpression(parseExpression(source))).toBe(printed);
});

const name = fc.constantFrom("a", "b", "订单");
const leaf = fc.oneof(name, fc.nat(99).map(String), fc.constantFrom('"x"', "'引号\"'", "true", "null"));
const source = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(
        tie("expression"),
        fc.constantFrom("+", "-", "*", "==", "<", "in", "and", "or"),
        tie("expression"),
      )
      .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
    tie("expression").map((inner) => `not (${inner})`),
    tie("expression").map((inner) => `-(${inner})`),
    tie("expression").map((inner) => `(${inner}).key`),
    fc.tuple(tie("expression"), tie("expression")).map(([one, two]) => `[${one}, ${two}][${one}]`),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    tie("expression").map((inner) => `len(${inner})`),
  ),
})).expression;

test("what is printed reads as the same tree", () => {
  fc.assert(
    fc.property(source, (written) => {
      const tree = parseExpression(written);
      expect(withoutPlaces(parseExpression(printExpression(tree)))).toEqual(withoutPlaces(tree));
    }),
    { numRuns: 500 },
  );
});

function withoutPlaces(tree: ExpressionTree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === "at" ? undefined : value)));
}
