"use client";

import { ChevronRight } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "#components/ui/field.tsx";
import { Labelled } from "#components/ui/labelled.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { INPUT_CLASSES, TextField } from "#components/ui/text-field.tsx";
import { GRAY_STEPS, type GrayPlan, toRate } from "./gray-plan.ts";
import { releaseMessages } from "./messages.ts";

type GrayFieldsProps = { readonly plan: GrayPlan; onChange(plan: GrayPlan): void };

/** Who gets the version first, and what stops it. */
export function GrayFields({ plan, onChange }: GrayFieldsProps) {
  const t = useTexts(releaseMessages).gray;
  const set = (change: Partial<GrayPlan>) => onChange({ ...plan, ...change });
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-canvas p-4">
      <Labelled label={t.share} hint={t.shareHint}>
        <div className="flex w-full flex-wrap items-center gap-2">
          <Segmented
            label={t.share}
            value={String(plan.percent)}
            options={GRAY_STEPS.map((step) => ({
              value: String(step),
              label: step === 100 ? t.everyone : t.shareOf(step),
            }))}
            onChange={(value) => set({ percent: Number(value) })}
          />
          <PercentInput
            label={t.share}
            value={String(plan.percent)}
            onChange={(text) => set({ percent: Math.min(100, Math.max(0, Number(text) || 0)) })}
          />
        </div>
      </Labelled>
      <Guard plan={plan} onChange={onChange} />
      <details className="group">
        <summary className="flex cursor-pointer select-none items-center gap-1 text-sm font-medium text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight
            className="size-4 transition-transform duration-[var(--fast)] group-open:rotate-90"
            aria-hidden
          />
          {t.limits}
        </summary>
        <div className="mt-3 flex flex-col gap-3">
          <Field label={t.allowList} hint={t.allowListHint}>
            {(attributes) => (
              <textarea
                rows={3}
                className={`${INPUT_CLASSES} h-auto py-2 font-mono`}
                value={plan.allowList}
                onChange={(event) => set({ allowList: event.target.value })}
                {...attributes}
              />
            )}
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              label={t.channels}
              hint={t.channelsHint}
              value={plan.channels}
              onChange={(event) => set({ channels: event.target.value })}
            />
            <TextField
              label={t.tags}
              hint={t.tagsHint}
              value={plan.tags}
              onChange={(event) => set({ tags: event.target.value })}
            />
          </div>
        </div>
      </details>
    </div>
  );
}

const RATES = ["failureRateMax", "fallbackRateMax", "downRateMax"] as const;

function Guard({ plan, onChange }: GrayFieldsProps) {
  const t = useTexts(releaseMessages).gray;
  return (
    <Labelled label={t.guard} hint={t.guardHint(plan.conversationsMin)}>
      <div className="grid w-full gap-x-6 gap-y-2 sm:grid-cols-2">
        {RATES.map((name) => (
          <div key={name} className="flex items-center justify-between gap-3 text-sm text-ink-2">
            <span aria-hidden>{t[name]}</span>
            <PercentInput
              label={t[name]}
              value={plan[name]}
              placeholder={t.off}
              isWrong={toRate(plan[name]) === undefined}
              onChange={(text) => onChange({ ...plan, [name]: text })}
            />
          </div>
        ))}
        <label className="flex items-center justify-between gap-3 text-sm text-ink-2">
          {t.conversationsMin}
          <input
            type="number"
            min={1}
            max={10_000}
            className={`${INPUT_CLASSES} w-22! h-8! text-right tabular-nums`}
            value={plan.conversationsMin}
            onChange={(event) =>
              onChange({ ...plan, conversationsMin: Math.round(Number(event.target.value)) })
            }
          />
        </label>
      </div>
    </Labelled>
  );
}

type PercentInputProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isWrong?: boolean;
  onChange(text: string): void;
};

function PercentInput({ label, value, placeholder, isWrong = false, onChange }: PercentInputProps) {
  const t = useTexts(releaseMessages).gray;
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-sm text-ink-2">
      <input
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        title={isWrong ? t.invalid : undefined}
        placeholder={placeholder}
        className={`${INPUT_CLASSES} w-17! h-8! text-right tabular-nums`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {t.percent}
    </span>
  );
}
