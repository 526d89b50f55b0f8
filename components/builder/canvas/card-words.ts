type DayWords = { readonly names: readonly string[]; readonly to: string; readonly gap: string };

/** `周一至周五`, `Mon–Fri, Sun`. */
export function toDays(days: readonly number[], { names, to, gap }: DayWords): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => names[(day ?? 1) - 1] ?? String(day);
  return runs
    .map((run) => (run.length < 3 ? run.map(name).join(gap) : `${name(run[0])}${to}${name(run.at(-1))}`))
    .join(gap);
}

type Units = {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly ms: string;
};

export function toDuration(ms: number, units: Units): string {
  const steps = [
    [86_400_000, units.day],
    [3_600_000, units.hour],
    [60_000, units.minute],
    [1_000, units.second],
  ] as const;
  const [size, unit] = steps.find(([step]) => ms >= step) ?? [1, units.ms];
  return `${Math.round((ms / size) * 10) / 10}${unit}`;
}
