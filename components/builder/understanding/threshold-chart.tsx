"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { CurvePoint } from "#flows/preview/threshold-curve.ts";
import { thresholdMessages } from "./threshold-messages.ts";

const WIDTH = 300;
const HEIGHT = 132;
const LEFT = 34;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const SHARES = [0, 0.5, 1];

type ThresholdChartProps = {
  readonly points: readonly CurvePoint[];
  readonly asked: number;
  /** The thresholds of now, from the lowest to the highest. */
  readonly now: readonly [from: number, to: number];
};

const toX = (threshold: number): number => LEFT + threshold * (WIDTH - LEFT - RIGHT);
const toY = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);

/** Two lines over the thresholds, told apart by more than their colour, and where the threshold of now is. */
export function ThresholdChart({ points, asked, now: [from, to] }: ThresholdChartProps) {
  const t = useTexts(thresholdMessages);
  const answered = points.map(({ threshold, answered: count }) => [threshold, count / asked] as const);
  const right = points.flatMap(({ threshold, answered: count, right: rightly }) =>
    count === 0 ? [] : [[threshold, rightly / count] as const],
  );
  return (
    <figure className="flex flex-col gap-1">
      <svg
        role="img"
        aria-label={t.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-auto w-full max-w-120"
      >
        {SHARES.map((share) => (
          <g key={share}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={toY(share)}
              y2={toY(share)}
              className="stroke-line-strong"
              strokeWidth={0.75}
            />
            <text
              x={LEFT - 5}
              y={toY(share) + 3.5}
              textAnchor="end"
              className="fill-ink-3 text-[10px] tabular-nums"
            >
              {share * 100}%
            </text>
          </g>
        ))}
        {TICKS.map((tick) => (
          <text
            key={tick}
            x={toX(tick)}
            y={HEIGHT - 7}
            textAnchor="middle"
            className="fill-ink-3 text-[10px] tabular-nums"
          >
            {tick}
          </text>
        ))}
        <rect
          x={toX(from)}
          width={toX(to) - toX(from)}
          y={TOP}
          height={toY(0) - TOP}
          className="fill-ink-3/15"
        />
        {[...new Set([from, to])].map((threshold) => (
          <line
            key={threshold}
            x1={toX(threshold)}
            x2={toX(threshold)}
            y1={TOP}
            y2={toY(0)}
            className="stroke-ink-2"
            strokeWidth={1.25}
          />
        ))}
        <polyline
          points={toPoints(answered)}
          className="fill-none stroke-accent-text"
          strokeWidth={1.75}
          strokeLinejoin="round"
        />
        <polyline
          points={toPoints(right)}
          className="fill-none stroke-success-text"
          strokeWidth={1.75}
          strokeDasharray="4 3"
          strokeLinejoin="round"
        />
      </svg>
      <figcaption aria-hidden className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-2">
        <Key mark="w-4 border-t-2 border-accent-text" text={t.lineAnswered} />
        <Key mark="w-4 border-t-2 border-dashed border-success-text" text={t.lineRight} />
        <Key mark="h-3 border-l-2 border-ink-2" text={t.lineNow} />
      </figcaption>
    </figure>
  );
}

function Key({ mark, text }: { readonly mark: string; readonly text: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={`inline-block ${mark}`} />
      {text}
    </span>
  );
}

function toPoints(pairs: readonly (readonly [threshold: number, share: number])[]): string {
  return pairs.map(([threshold, share]) => `${toX(threshold).toFixed(1)},${toY(share).toFixed(1)}`).join(" ");
}
