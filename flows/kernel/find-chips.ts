import { findExpressionError, listVariables } from "./expression.ts";

export type Chip = {
  readonly from: number;
  readonly to: number;
  /** What stands between the braces, without the space around it. */
  readonly source: string;
};

/** Finds each `{{ }}` of a template; `\{{` is text, and braces that nobody closed are left as they are typed. */
export function findChips(text: string): readonly Chip[] {
  return [...text.matchAll(/(?<!\\)\{\{(?<inner>(?:[^{}]|\{[^{}]*\})*)\}\}/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    source: match.groups?.inner?.trim() ?? "",
  }));
}

export type ChipState = "known" | "unknown" | "broken";

/** Whether the interpreter can read what the chip says, and knows all of its names. */
export function judgeChip(source: string, known: ReadonlySet<string>): ChipState {
  if (findExpressionError(source) !== null) return "broken";
  return listVariables(source).every((name) => known.has(name)) ? "known" : "unknown";
}
