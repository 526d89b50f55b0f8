import type { GrayAudience, GrayGuard } from "#drizzle/schema/release.ts";

/** A gray release as it is typed: lists are lines, rates are percents, empty is not guarded. */
export type GrayPlan = {
  readonly percent: number;
  readonly allowList: string;
  readonly channels: string;
  readonly tags: string;
  readonly conversationsMin: number;
  readonly failureRateMax: string;
  readonly fallbackRateMax: string;
  readonly downRateMax: string;
};

/** Careful enough to leave on: few customers first, and a stop when one in ten of their talks breaks. */
export const DEFAULT_GRAY_PLAN: GrayPlan = {
  percent: 10,
  allowList: "",
  channels: "",
  tags: "",
  conversationsMin: 20,
  failureRateMax: "10",
  fallbackRateMax: "40",
  downRateMax: "20",
};

export const GRAY_STEPS = [10, 50, 80, 100] as const;

export function toGrayPlan({
  audience,
  guard,
}: {
  readonly audience: GrayAudience;
  readonly guard: GrayGuard;
}): GrayPlan {
  const toPercent = (rate: number | null): string =>
    rate === null ? "" : String(Math.round(rate * 1_000) / 10);
  return {
    percent: audience.percent,
    allowList: audience.allowList.join("\n"),
    channels: audience.channels.join(", "),
    tags: audience.tags.join(", "),
    conversationsMin: guard.conversationsMin,
    failureRateMax: toPercent(guard.failureRateMax),
    fallbackRateMax: toPercent(guard.fallbackRateMax),
    downRateMax: toPercent(guard.downRateMax),
  };
}

/** Null while a rate is no percentage. */
export function fromGrayPlan(
  plan: GrayPlan,
): { readonly audience: GrayAudience; readonly guard: GrayGuard } | null {
  const [failureRateMax, fallbackRateMax, downRateMax] = [
    toRate(plan.failureRateMax),
    toRate(plan.fallbackRateMax),
    toRate(plan.downRateMax),
  ];
  if (failureRateMax === undefined || fallbackRateMax === undefined || downRateMax === undefined) return null;
  if (!Number.isInteger(plan.conversationsMin) || plan.conversationsMin < 1) return null;
  return {
    audience: {
      percent: plan.percent,
      allowList: toItems(plan.allowList, /\n/),
      channels: toItems(plan.channels, /[,，\n]/),
      tags: toItems(plan.tags, /[,，\n]/),
    },
    guard: { conversationsMin: plan.conversationsMin, failureRateMax, fallbackRateMax, downRateMax },
  };
}

/** Undefined for what is no percentage; null for an empty field. */
export function toRate(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const percent = Number(text);
  return Number.isFinite(percent) && percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}

const toItems = (text: string, separator: RegExp): readonly string[] => [
  ...new Set(text.split(separator).flatMap((item) => (item.trim() === "" ? [] : [item.trim()]))),
];
