/** 100 % in equal shares of two decimals that add up exactly: 33.33, 33.33, 33.34. */
export function shareOut(count: number): readonly number[] {
  if (count === 0) return [];
  const each = Math.floor(10_000 / count) / 100;
  return Array.from({ length: count }, (_share, i) =>
    i < count - 1 ? each : Math.round((100 - each * (count - 1)) * 100) / 100,
  );
}
