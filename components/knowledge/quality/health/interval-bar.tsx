type IntervalBarProps = {
  readonly low: number;
  readonly high: number;
  readonly share: number;
  readonly target: number;
};

/** Where a value lies and how sure that is, with the target as a line. Says nothing that the numbers beside it do not. */
export function IntervalBar({ low, high, share, target }: IntervalBarProps) {
  const at = (value: number) => `${value * 100}%`;
  return (
    <span aria-hidden className="relative my-1.5 block h-2 rounded-full bg-sunken">
      <span
        className="absolute inset-y-0 min-w-1 rounded-full bg-accent-line"
        style={{ left: at(low), width: at(high - low) }}
      />
      <span
        className="absolute -inset-y-0.5 w-1 -translate-x-1/2 rounded-full bg-accent"
        style={{ left: at(share) }}
      />
      <span className="absolute -inset-y-1.5 w-px bg-ink-2" style={{ left: at(target) }} />
    </span>
  );
}
