"use client";

import { X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { CONTROL } from "../form/control-classes.ts";
import { hoursMessages } from "./messages.ts";
import { type Interval, isOvernight, toClock } from "./week.ts";

type IntervalRowProps = {
  readonly interval: Interval;
  /** Names the two fields: the day, or the date. */
  readonly name: string;
  readonly canEdit: boolean;
  onChange(interval: Interval): void;
  onRemove(): void;
};

/** From and to on a 24-hour clock, whatever the browser's own language prefers. */
export function IntervalRow({ interval, name, canEdit, onChange, onRemove }: IntervalRowProps) {
  const t = useTexts(hoursMessages);
  const isAllDay = toClock(interval.from) !== null && interval.from === interval.to;
  return (
    <span className="flex flex-wrap items-center gap-1">
      <ClockInput
        label={t.from(name)}
        value={interval.from}
        canEdit={canEdit}
        onChange={(from) => onChange({ ...interval, from })}
      />
      <span className="text-ink-3" aria-hidden>
        –
      </span>
      <ClockInput
        label={t.to(name)}
        value={interval.to}
        canEdit={canEdit}
        onChange={(to) => onChange({ ...interval, to })}
      />
      {canEdit && (
        <IconButton icon={X} label={t.removeInterval} className="size-7 text-ink-3" onClick={onRemove} />
      )}
      {(isOvernight(interval) || isAllDay) && (
        <span className="text-xs text-ink-3">{isAllDay ? t.allDay : t.nextDay}</span>
      )}
    </span>
  );
}

type ClockInputProps = {
  readonly label: string;
  readonly value: string;
  readonly canEdit: boolean;
  onChange(value: string): void;
};

/** Keeps what is typed; on the way out `9`, `930` and `9：30` become clock times. */
function ClockInput({ label, value, canEdit, onChange }: ClockInputProps) {
  return (
    <input
      aria-label={label}
      aria-invalid={toClock(value) !== value || undefined}
      className={`${CONTROL} h-8 w-16! px-2! text-center`}
      inputMode="numeric"
      placeholder="09:00"
      maxLength={5}
      readOnly={!canEdit}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const clock = toClock(value);
        if (clock !== null && clock !== value) onChange(clock);
      }}
    />
  );
}
