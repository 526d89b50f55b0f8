import type { IdSource } from "../../editing/fresh-id.ts";
import type { Bundle } from "../../kernel/flow.ts";
import type { InspectedFlow } from "../../kernel/inspect-flow.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Locale } from "../../kernel/text.ts";

/** One way out of a problem. Applied to a document in which the problem is gone, it changes nothing. */
export type QuickFix = {
  readonly id: string;
  readonly label: { readonly [L in Locale]: string };
  /** Loses no words and takes no decision: many of them may be applied at once, unseen. */
  readonly isSafe: boolean;
  /** Takes the problem away and brings no error in. `newId` gives ids to what is added. */
  apply(bundle: Bundle, newId: IdSource): Bundle;
};

export type FixContext = { readonly bundle: Bundle; readonly problem: Problem; readonly flow: InspectedFlow };

export type FixMaker = (context: FixContext) => readonly QuickFix[];

export function readFact(problem: Problem, name: string): string | null {
  const fact = problem.facts[name];
  return typeof fact === "string" ? fact : null;
}
