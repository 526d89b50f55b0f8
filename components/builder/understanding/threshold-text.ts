import type { Acted } from "#flows/preview/learning-report.ts";
import type { thresholdMessages } from "./threshold-messages.ts";

export type Texts = (typeof thresholdMessages)["zh-CN"];

export function toThresholdText(threshold: number): string {
  return String(Math.round(threshold * 1_000) / 1_000);
}

/** Rounded down: 100 % must mean all of them. */
export function toPercent(count: number, total: number): number {
  return total === 0 ? 0 : Math.floor((count / total) * 100);
}

export function toActedText({ answered, right }: Acted, asked: number, t: Texts): string {
  if (answered === 0) return t.nothing;
  return `${t.acted(answered, asked)}${t.comma}${t.right(right, toPercent(right, answered))}`;
}
