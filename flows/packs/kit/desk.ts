import type { FlowVariable } from "../../kernel/flow.ts";
import type { Both } from "./both.ts";
import type { Qa } from "./faq.ts";
import type { Step } from "./step.ts";

/** What customers want done; its id becomes a port of the intent node, and `to` is the step that does it. */
export type Wish = {
  readonly id: string;
  readonly name: Both;
  readonly to: string;
  /** What customers say for it, with `|` between. */
  readonly zh: string;
  readonly en: string;
  /** Sentences that look alike and belong elsewhere, mostly to an answer of the FAQ. */
  readonly not?: string;
};

/** A coloured frame on the canvas around steps that belong together. */
export type Section = {
  readonly id: string;
  readonly title: Both;
  readonly color: "violet" | "blue" | "teal" | "green" | "amber" | "rose";
  readonly steps: readonly Step[];
};

export type DeskHours = {
  readonly weekly: readonly { readonly day: number; readonly from: string; readonly to: string }[];
  readonly holidays: "cn" | "none";
};

/**
 * A reception that every industry shares (greet, understand, answer, ask back, take a message for people), and what is its own:
 * words, requests, answers, and the steps that serve the requests.
 */
export type Desk = {
  readonly faqSet: string;
  readonly name: Both;
  readonly opening: Both;
  /** Buttons of the menu: the label, and the step to which it leads. */
  readonly menu: readonly { readonly id: string; readonly label: Both; readonly to: string }[];
  readonly hello: Both;
  readonly bye: Both;
  readonly lost: readonly [Both, Both];
  readonly wishes: readonly Wish[];
  readonly qas: readonly Qa[];
  readonly synonyms: readonly (readonly string[])[];
  readonly hours: DeskHours;
  /** What people hear before they leave a message, while colleagues are there and while they are not. */
  readonly openText: Both;
  readonly closedText: Both;
  readonly receivedText: Both;
  readonly tag: Both;
  readonly sections: readonly Section[];
  readonly variables: readonly DeskVariable[];
  readonly note: Both;
};

type DeskVariable = Pick<FlowVariable, "name" | "type"> &
  Partial<Pick<FlowVariable, "scope" | "dataClass" | "default">>;

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
export const WORKDAYS = [1, 2, 3, 4, 5];

export function hoursOn(days: readonly number[], from: string, to: string): DeskHours["weekly"] {
  return days.map((day) => ({ day, from, to }));
}
