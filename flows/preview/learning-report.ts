/**
 * How well the sentences of a matcher are recognised by one that has not seen them: in turn some are left out of the learning and
 * asked then.
 */
export type LearningReport = {
  /** How many sentences were asked; those that are their class's only one cannot be left out. */
  readonly asked: number;
  /** How many of them were taken for what they belong to. */
  readonly right: number;
  /** Which were taken for another or for nothing, the most frequent first. */
  readonly confusions: readonly Confusion[];
  /** How many would be acted on, and at which thresholds, by what they would be taken for. */
  readonly taken: readonly Taken[];
  /** What is acted on where the author sets no threshold. */
  readonly measured: Acted;
};

export type Taken = {
  /** Of an intent, or `set/entry`. */
  readonly id: string;
  /** From where on it is acted on when its author sets nothing. */
  readonly threshold: number;
  /** Up to which threshold (in thousandths) how many sentences are acted on, and how many of them rightly. */
  readonly at: readonly (readonly [permille: number, count: number, right: number])[];
};

/** How many of the sentences are acted on without asking back, and how many of these rightly. */
export type Acted = { readonly answered: number; readonly right: number };

export type Confusion = {
  /** What the sentences belong to, and what they were taken for; ids of intents, or `set/entry`; null: for nothing. */
  readonly from: string;
  readonly to: string | null;
  readonly count: number;
  /** How many sentences of `from` were asked. */
  readonly asked: number;
  /** Some of those that were taken wrongly, as their author wrote them. */
  readonly sentences: readonly string[];
};

/** Of fewer sentences a share says nothing. */
export const ASKED_MIN = 10;
