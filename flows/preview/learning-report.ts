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
};

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
