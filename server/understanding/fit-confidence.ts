import { solveLinear } from "./solve-linear.ts";

/** Coefficients over the signals, the constant last. */
export type Confidence = readonly number[];

export type Observation = {
  readonly signals: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
  /** The class that was found. */
  readonly winner: number;
};

const ROUNDS_MAX = 50;
const HALVINGS_MAX = 20;

export function toProbability(confidence: Confidence, signals: readonly number[]): number {
  return 1 / (1 + Math.exp(-weighSignals(confidence, signals)));
}

type Fit = {
  readonly observations: readonly Observation[];
  readonly prior: Confidence;
  /** How many observations the prior is worth. */
  readonly priorStrength: number;
};

/**
 * Fits a logistic regression that is held near the prior: with few observations the prior speaks, with many the
 * bot's own data does. Newton's method with step halving, so that the loss never rises; deterministic.
 */
export function fitConfidence(fit: Fit): Confidence {
  let current = fit.prior;
  let loss = measureLoss(fit, current);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const step = newtonStep(fit, current);
    let scale = 1;
    let next = move(current, step, scale);
    let nextLoss = measureLoss(fit, next);
    for (let halving = 0; nextLoss > loss && halving < HALVINGS_MAX; halving += 1) {
      scale /= 2;
      next = move(current, step, scale);
      nextLoss = measureLoss(fit, next);
    }
    if (!(nextLoss < loss - 1e-9)) break;
    current = next;
    loss = nextLoss;
  }
  return current.map((value) => Math.round(value * 1e4) / 1e4);
}

/** Negative log likelihood plus the distance from the prior. */
function measureLoss({ observations, prior, priorStrength }: Fit, confidence: Confidence): number {
  const distance = confidence.reduce((sum, value, at) => sum + (value - (prior[at] ?? 0)) ** 2, 0);
  return observations.reduce(
    (sum, { signals, isRight, weight }) => {
      const towards = weighSignals(confidence, signals) * (isRight ? 1 : -1);
      return sum + weight * (towards > 30 ? 0 : Math.log1p(Math.exp(-Math.max(towards, -700))));
    },
    (priorStrength * distance) / 2,
  );
}

function weighSignals(confidence: Confidence, signals: readonly number[]): number {
  return signals.reduce(
    (sum, signal, at) => sum + signal * (confidence[at] ?? 0),
    confidence[signals.length] ?? 0,
  );
}

function move(from: Confidence, step: readonly number[], scale: number): Confidence {
  return from.map((value, at) => value - scale * (step[at] ?? 0));
}

function newtonStep({ observations, prior, priorStrength }: Fit, current: Confidence): readonly number[] {
  const gradient = current.map((value, at) => priorStrength * (value - (prior[at] ?? 0)));
  const curvature = current.map((_, at) => current.map((_, other) => (at === other ? priorStrength : 0)));
  for (const { signals, isRight, weight } of observations) {
    const probability = toProbability(current, signals);
    const miss = weight * (probability - (isRight ? 1 : 0));
    const spread = weight * probability * (1 - probability);
    const inputs = [...signals, 1];
    for (const [at, input] of inputs.entries()) {
      gradient[at] = (gradient[at] ?? 0) + miss * input;
      addScaled(curvature[at] ?? [], inputs, spread * input);
    }
  }
  return solveLinear(curvature, gradient);
}

function addScaled(row: number[], inputs: readonly number[], factor: number): void {
  for (const [at, input] of inputs.entries()) row[at] = (row[at] ?? 0) + factor * input;
}
