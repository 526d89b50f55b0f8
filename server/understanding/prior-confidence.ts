import type { Confidence } from "./fit-confidence.ts";

/**
 * What the signals (in the order of SIGNAL_NAMES, the constant last) are worth before a bot's own examples speak.
 * Made by e2e/eval/fit-prior.ts on 130 bots of 1 to 50 classes: English from the training splits of BANKING77
 * (CC BY 4.0) and CLINC150 (CC BY 3.0), Chinese from the Q&A of our own shop pack. The fit is held near round
 * numbers with signs that make sense, so that a strange bot is met with
 * caution and not with noise.
 */
export const PRIOR_CONFIDENCE: Confidence = [
  1.24, 0.94, 0.46, -0.31, 1.02, -1.03, 1.15, -1.2, -0.37, -1.02, 0.11, 0.38, 0.58, 0.44, 0.68, -1.12, -1.08,
];

/** The prior counts like this many observations; on validation bots 3 to 10 were equally good, and 10 is the most careful. */
export const PRIOR_STRENGTH = 5;
