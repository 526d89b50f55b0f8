/** A rate as people write it: 12.5%. */
export const toShare = (rate: number): string => `${Math.round(rate * 1_000) / 10}%`;
