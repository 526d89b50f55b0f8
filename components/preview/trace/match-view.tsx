"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { Json } from "#flows/kernel/json.ts";
import { previewMessages } from "../messages.ts";

type Outcome = "sure" | "ambiguous" | "suggest" | "none";

export type Match = {
  readonly outcome: Outcome;
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly score: number;
  }[];
  readonly reasons: readonly string[];
};

const TONES = {
  sure: "success",
  ambiguous: "warn",
  suggest: "warn",
  none: "neutral",
} as const satisfies Readonly<Record<Outcome, Tone>>;

/** Reads what an understanding node wrote down; null for every other output. */
export function toMatch(output: Json): Match | null {
  if (!isRecord(output) || !isOutcome(output.outcome) || !Array.isArray(output.candidates)) return null;
  const candidates = output.candidates.flatMap((raw: Json) => {
    if (!isRecord(raw) || typeof raw.score !== "number") return [];
    const id = raw.intentId ?? raw.entryId;
    const name = typeof raw.question === "string" ? raw.question : null;
    return typeof id === "string" ? [{ id, name, score: raw.score }] : [];
  });
  const reasons = Array.isArray(output.reasons)
    ? output.reasons.filter((reason: Json) => typeof reason === "string")
    : [];
  return { outcome: output.outcome, candidates, reasons };
}

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOutcome = (value: Json | undefined): value is Outcome =>
  typeof value === "string" && Object.hasOwn(TONES, value);

type MatchViewProps = { readonly match: Match; nameOf(id: string): string };

/** What was thought of, how near each was, and by which words. */
export function MatchView({ match, nameOf }: MatchViewProps) {
  const t = useTexts(previewMessages).trace;
  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-surface p-2 text-sm">
      <p className="flex items-center justify-between gap-2 text-xs text-ink-3">
        {t.candidates}
        <Badge tone={TONES[match.outcome]}>{t.outcomes[match.outcome]}</Badge>
      </p>
      <ul className="flex flex-col gap-1">
        {match.candidates.map(({ id, name, score }) => (
          <li key={id} className="grid grid-cols-[1fr_56px_36px] items-center gap-2">
            <span className="truncate text-ink" title={name ?? nameOf(id)}>
              {name ?? nameOf(id)}
            </span>
            <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${Math.round(Math.min(1, Math.max(0, score)) * 100)}%` }}
              />
            </span>
            <span className="text-right text-xs text-ink-2">{score.toFixed(2)}</span>
          </li>
        ))}
      </ul>
      {match.reasons.length > 0 && (
        <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">
          <span className="text-ink-3">{t.reasons}</span> {match.reasons.join(" · ")}
        </p>
      )}
    </div>
  );
}
