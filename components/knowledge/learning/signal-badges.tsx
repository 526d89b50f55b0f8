"use client";

import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { learningMessages } from "./messages.ts";
import { SIGNALS, type Signal } from "./use-learning-address.ts";

const TONES = {
  unanswered: "danger",
  low_confidence: "warn",
  thumbs_down: "danger",
  re_asked: "warn",
  handed_over: "info",
} as const satisfies Readonly<Record<Signal, Tone>>;

type SignalBadgesProps = {
  /** How often each was; one that is true is named without a number. */
  readonly signals: Readonly<Partial<Record<Signal, number | true>>>;
};

/** What went wrong, and how often. */
export function SignalBadges({ signals }: SignalBadgesProps) {
  const t = useTexts(learningMessages);
  const formats = useFormats();
  return SIGNALS.flatMap((signal) => {
    const count = signals[signal];
    if (count === undefined) return [];
    const name = t.signals[signal];
    return [
      <span key={signal} title={t.signalHints[signal]}>
        <Badge tone={TONES[signal]}>
          {count === true ? name : t.signalCount(name, formats.number(count))}
        </Badge>
      </span>,
    ];
  });
}
