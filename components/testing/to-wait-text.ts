import type { TestEditorTexts } from "./editor-messages.ts";

export const WAIT_UNITS_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

export type WaitUnit = keyof typeof WAIT_UNITS_MS;

/** The largest unit that says it without a fraction. */
export function toWait(ms: number): { readonly amount: number; readonly unit: WaitUnit } {
  for (const unit of ["days", "hours"] as const) {
    if (ms % WAIT_UNITS_MS[unit] === 0) return { amount: ms / WAIT_UNITS_MS[unit], unit };
  }
  return { amount: Math.round((ms / WAIT_UNITS_MS.minutes) * 100) / 100, unit: "minutes" };
}

export function toWaitText(ms: number, t: TestEditorTexts): string {
  const { amount, unit } = toWait(ms);
  return `${amount} ${t.waitUnit[unit]}`;
}
