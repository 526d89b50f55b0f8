import type { Confidence } from "./fit-confidence.ts";

/**
 * What the signals (in the order of SIGNAL_NAMES, the constant last) are worth before a bot's own examples speak.
 * Fitted on 130 bots of 1 to 50 intents drawn from the training splits of BANKING77 (CC BY 4.0), CLINC150 (CC BY 3.0)
 * and SMP2017, and held to signs that make sense, so that a strange bot is met with caution and not with noise.
 */
export const PRIOR_CONFIDENCE: Confidence = [
  0.98, 1.24, 0.6, -0.21, 1.74, -1.02, 1.07, -1.06, -0.48, -1.66, 0.51, 0.82, 0.14, 0.2, 0.61, -1.31, -0.92,
];

/** The prior counts like this many observations; on validation bots 3 to 10 were equally good. */
export const PRIOR_STRENGTH = 5;
