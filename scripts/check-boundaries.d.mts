export function checkBoundaries(
  root: string,
): Promise<{ readonly count: number; readonly violations: readonly string[] }>;
