import type { Confidence } from "./fit-confidence.ts";

/** What the signals are worth before a bot's own examples speak; pooled from training splits of public sets. */
export const PRIOR_CONFIDENCE: Confidence = [
  1.5, 1.5, 0.5, -1, 2, -1, 1, -1, -2, -3, 0.2, 1.5, 0.5, 0.5, 0.5, -2, -1,
];

/** The prior counts like this many observations. */
export const PRIOR_STRENGTH = 3;
