type SparklineProps = {
  readonly values: readonly number[];
  /** Says in words what the line shows. */
  readonly label: string;
  readonly className?: string;
};

const WIDTH = 120;
const HEIGHT = 32;
const GAP = 4;

/** Small bars, one a value, the last one (today) in the accent. Zero keeps a hairline, so that a quiet day is seen as one. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const most = Math.max(1, ...values);
  const width = (WIDTH - GAP * (values.length - 1)) / Math.max(1, values.length);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className ?? "h-8 w-30"}
    >
      {values.map((value, index) => {
        const height = value === 0 ? 1.5 : Math.max(3, (value / most) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the week is what a bar is
            key={index}
            x={index * (width + GAP)}
            y={HEIGHT - height}
            width={width}
            height={height}
            rx={1.5}
            className={
              value === 0
                ? "fill-line-strong"
                : index === values.length - 1
                  ? "fill-accent"
                  : "fill-accent-line"
            }
          />
        );
      })}
    </svg>
  );
}
