import { readsAsQuestion } from "../kernel/reads-as-question.ts";
import type { CustomerMessage } from "../kernel/session.ts";
import { type Choosable, matchOptionStrictly } from "./match-option.ts";

/**
 * Whether a message that names an option may rather ask something about it: "how long does an exchange take" under a button
 * "Exchange". A click, a number and the very words of an option are never in doubt.
 */
export function isDoubtfulPick(
  { text, choice }: Pick<CustomerMessage, "text" | "choice">,
  options: readonly Choosable[],
): boolean {
  return choice === null && readsAsQuestion(text) && matchOptionStrictly(text, options) === null;
}
