/** 97.5%, 100%; a share of nothing is a dash. */
export function toPercent(share: number | null): string {
  if (share === null || Number.isNaN(share)) return "–";
  return `${Math.round(share * 1000) / 10}%`;
}
