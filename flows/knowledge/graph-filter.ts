/** How a known value is held against a wanted one. Those about more and less compare the first number of each. */
export const GRAPH_COMPARISONS = [
  "is",
  "is-not",
  "contains",
  "at-least",
  "at-most",
  "above",
  "below",
] as const;

export type GraphComparison = (typeof GRAPH_COMPARISONS)[number];

export type GraphFilter = {
  /** The name of an attribute or a relation. */
  readonly attribute: string;
  readonly is: GraphComparison;
  readonly value: string;
};
