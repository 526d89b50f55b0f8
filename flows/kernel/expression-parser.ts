import { ExpressionError } from "./expression-error.ts";
import { EXPRESSION_FUNCTIONS } from "./expression-functions.ts";
import { lexExpression, type Token } from "./expression-lexer.ts";
import type { Json } from "./json.ts";

type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "in";

export type ExpressionTree =
  | { readonly type: "literal"; readonly value: Json }
  | { readonly type: "name"; readonly name: string; readonly at: number }
  | { readonly type: "member"; readonly target: ExpressionTree; readonly key: string }
  | { readonly type: "index"; readonly target: ExpressionTree; readonly index: ExpressionTree }
  | { readonly type: "not"; readonly operand: ExpressionTree }
  | { readonly type: "negate"; readonly operand: ExpressionTree; readonly at: number }
  | {
      readonly type: "logic";
      readonly operator: "&&" | "||";
      readonly left: ExpressionTree;
      readonly right: ExpressionTree;
    }
  | {
      readonly type: "binary";
      readonly operator: BinaryOperator;
      readonly left: ExpressionTree;
      readonly right: ExpressionTree;
      readonly at: number;
    }
  | {
      readonly type: "choose";
      readonly test: ExpressionTree;
      readonly then: ExpressionTree;
      readonly otherwise: ExpressionTree;
    }
  | { readonly type: "list"; readonly items: readonly ExpressionTree[] }
  | {
      readonly type: "map";
      readonly entries: readonly { readonly key: string; readonly value: ExpressionTree }[];
    }
  | {
      readonly type: "call";
      readonly name: string;
      readonly args: readonly ExpressionTree[];
      readonly at: number;
    };

/** Nesting of one expression; deeper ones would be unreadable and could overflow the stack of the walker. */
const DEPTH_MAX = 40;

const LITERALS: { readonly [name: string]: Json } = { true: true, false: false, null: null };

/** From loosest to tightest; all are read from left to right. */
const LEVELS: readonly { readonly [sign: string]: BinaryOperator | "&&" | "||" }[] = [
  { "||": "||", or: "||" },
  { "&&": "&&", and: "&&" },
  { "==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", in: "in" },
  { "+": "+", "-": "-" },
  { "*": "*", "/": "/", "%": "%" },
];

type Reader = { readonly tokens: readonly Token[]; next: number; depth: number };

export function parseExpression(source: string): ExpressionTree {
  const reader: Reader = { tokens: lexExpression(source), next: 0, depth: 0 };
  if (peek(reader).type === "end") throw new ExpressionError("empty", 0);
  const tree = parseChoose(reader);
  if (peek(reader).type !== "end") throw unexpected(reader);
  return tree;
}

function parseChoose(reader: Reader): ExpressionTree {
  reader.depth += 1;
  if (reader.depth > DEPTH_MAX) throw new ExpressionError("too_deep", peek(reader).at);
  const test = parseLevel(reader, 0);
  const tree = takeSign(reader, "?") ? parseBranches(reader, test) : test;
  reader.depth -= 1;
  return tree;
}

function parseBranches(reader: Reader, test: ExpressionTree): ExpressionTree {
  const then = parseChoose(reader);
  expectSign(reader, ":");
  return { type: "choose", test, then, otherwise: parseChoose(reader) };
}

function parseLevel(reader: Reader, level: number): ExpressionTree {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(reader);
  let left = parseLevel(reader, level + 1);

  for (let links = 0; ; links += 1) {
    const token = peek(reader);
    const operator =
      isOperatorToken(token) && Object.hasOwn(operators, token.value) ? operators[token.value] : undefined;
    if (operator === undefined) return left;
    // A long chain leans to the left: as deep for the walker as brackets would be.
    if (links >= DEPTH_MAX * 4) throw new ExpressionError("too_deep", token.at);
    reader.next += 1;
    const right = parseLevel(reader, level + 1);
    left =
      operator === "&&" || operator === "||"
        ? { type: "logic", operator, left, right }
        : { type: "binary", operator, left, right, at: token.at };
  }
}

function parseUnary(reader: Reader): ExpressionTree {
  const token = peek(reader);
  const isNot =
    (token.type === "sign" && token.value === "!") || (token.type === "name" && token.value === "not");
  const isMinus = token.type === "sign" && token.value === "-";
  if (!isNot && !isMinus) return parsePostfix(reader);

  reader.next += 1;
  reader.depth += 1;
  if (reader.depth > DEPTH_MAX) throw new ExpressionError("too_deep", token.at);
  const operand = parseUnary(reader);
  reader.depth -= 1;
  return isNot ? { type: "not", operand } : { type: "negate", operand, at: token.at };
}

function parsePostfix(reader: Reader): ExpressionTree {
  let tree = parsePrimary(reader);

  for (let links = 0; ; links += 1) {
    if (links > DEPTH_MAX) throw new ExpressionError("too_deep", peek(reader).at);
    if (takeSign(reader, ".")) {
      const key = peek(reader);
      if (key.type !== "name") throw unexpected(reader);
      reader.next += 1;
      tree = { type: "member", target: tree, key: key.value };
    } else if (takeSign(reader, "[")) {
      const index = parseChoose(reader);
      expectSign(reader, "]");
      tree = { type: "index", target: tree, index };
    } else {
      return tree;
    }
  }
}

function parsePrimary(reader: Reader): ExpressionTree {
  const token = peek(reader);
  if (token.type === "number" || token.type === "text") {
    reader.next += 1;
    return { type: "literal", value: token.value };
  }
  if (token.type === "name") return parseName(reader, token);
  if (takeSign(reader, "(")) {
    const tree = parseChoose(reader);
    expectSign(reader, ")");
    return tree;
  }
  if (takeSign(reader, "[")) return { type: "list", items: parseItems(reader, "]") };
  if (takeSign(reader, "{")) return parseMap(reader);
  throw unexpected(reader);
}

function parseName(reader: Reader, token: Token & { readonly type: "name" }): ExpressionTree {
  if (isOperatorToken(token) && ["and", "or", "not", "in"].includes(token.value)) throw unexpected(reader);
  reader.next += 1;
  if (takeSign(reader, "(")) return parseCall(reader, token);
  if (Object.hasOwn(LITERALS, token.value)) return { type: "literal", value: LITERALS[token.value] ?? null };
  return { type: "name", name: token.value, at: token.at };
}

function parseCall(reader: Reader, token: Token & { readonly type: "name" }): ExpressionTree {
  const known = Object.hasOwn(EXPRESSION_FUNCTIONS, token.value)
    ? EXPRESSION_FUNCTIONS[token.value]
    : undefined;
  if (known === undefined) throw new ExpressionError("unknown_function", token.at);
  const args = parseItems(reader, ")");
  if (args.length < known.argsMin || args.length > known.argsMax) {
    throw new ExpressionError("wrong_arguments", token.at);
  }
  return { type: "call", name: token.value, args, at: token.at };
}

function parseItems(reader: Reader, close: string): readonly ExpressionTree[] {
  const items: ExpressionTree[] = [];
  while (!takeSign(reader, close)) {
    if (items.length > 0) expectSign(reader, ",");
    items.push(parseChoose(reader));
  }
  return items;
}

function parseMap(reader: Reader): ExpressionTree {
  const entries: { key: string; value: ExpressionTree }[] = [];
  while (!takeSign(reader, "}")) {
    if (entries.length > 0) expectSign(reader, ",");
    const key = peek(reader);
    if (key.type !== "name" && key.type !== "text") throw unexpected(reader);
    reader.next += 1;
    expectSign(reader, ":");
    entries.push({ key: key.value, value: parseChoose(reader) });
  }
  return { type: "map", entries };
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.next] ?? { type: "end", value: "", at: 0 };
}

function isOperatorToken(
  token: Token,
): token is Token & { readonly type: "sign" | "name"; readonly value: string } {
  return token.type === "sign" || token.type === "name";
}

function takeSign(reader: Reader, sign: string): boolean {
  const token = peek(reader);
  if (token.type !== "sign" || token.value !== sign) return false;
  reader.next += 1;
  return true;
}

function expectSign(reader: Reader, sign: string): void {
  if (!takeSign(reader, sign)) throw unexpected(reader);
}

function unexpected(reader: Reader): ExpressionError {
  return new ExpressionError("unexpected_token", peek(reader).at);
}
