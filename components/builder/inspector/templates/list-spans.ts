import { EXPRESSION_FUNCTIONS } from "#flows/kernel/expression-functions.ts";

export type Span = {
  readonly from: number;
  readonly to: number;
  readonly type: "number" | "string" | "function" | "keyword" | "name" | "unknown";
};

const WORDS = new Set(["and", "or", "not", "in", "true", "false", "null"]);
const TOKEN =
  /(?<string>"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|“[^”]*”?|‘[^’]*’?)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<key>\.\s*[\p{L}_][\p{L}\p{N}_]*)|(?<name>[\p{L}_][\p{L}\p{N}_]*)(?<call>\s*[(（])?/gu;

/** Colours for an expression that may still be half written; unlike the interpreter it never refuses. */
export function listSpans(source: string, known: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = [];
  for (const match of source.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const from = match.index;
    if (groups.string !== undefined) spans.push({ from, to: from + groups.string.length, type: "string" });
    else if (groups.number !== undefined)
      spans.push({ from, to: from + groups.number.length, type: "number" });
    else if (groups.name !== undefined)
      spans.push({
        from,
        to: from + groups.name.length,
        type: toType(groups.name, groups.call !== undefined, known),
      });
  }
  return spans;
}

function toType(name: string, isCall: boolean, known: ReadonlySet<string>): Span["type"] {
  if (WORDS.has(name)) return "keyword";
  if (isCall) return Object.hasOwn(EXPRESSION_FUNCTIONS, name) ? "function" : "unknown";
  return known.has(name) ? "name" : "unknown";
}
