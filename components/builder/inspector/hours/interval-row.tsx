"use client";

import { X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { CONTROL } from "../form/control-classes.ts";
import { hoursMessages } from "./messages.ts";
import { type Interval, isOvernight } from "./week.ts";

type IntervalRowProps = {
  readonly interval: Interval;
  /** Names the two fields: the day, or the date. */
  readonly name: string;
  readonly canEdit: boolean;
  onChange(interval: Interval): void;
  onRemove(): void;
};

const TIME = `${CONTROL} h-8 w-[92px]! px-2!`;

/** From and to; the end of a day is shown as midnight, which means the same. */
export function IntervalRow({ interval, name, canEdit, onChange, onRemove }: IntervalRowProps) {
  const t = useTexts(hoursMessages);
  return (
    <span className="flex flex-wrap items-center gap-1">
      <input
        type="time"
        aria-label={t.from(name)}
        className={TIME}
        readOnly={!canEdit}
        value={interval.from}
        onChange={(event) => event.target.value && onChange({ ...interval, from: event.target.value })}
      />
      <span className="text-ink-3" aria-hidden>
        –
      </span>
      <input
        type="time"
        aria-label={t.to(name)}
        className={TIME}
        readOnly={!canEdit}
        value={interval.to === "24:00" ? "00:00" : interval.to}
        onChange={(event) => event.target.value && onChange({ ...interval, to: event.target.value })}
      />
      {canEdit && (
        <IconButton icon={X} label={t.removeInterval} className="size-7 text-ink-3" onClick={onRemove} />
      )}
      {(isOvernight(interval) || interval.from === interval.to) && (
        <span className="text-xs text-ink-3">{interval.from === interval.to ? t.allDay : t.nextDay}</span>
      )}
    </span>
  );
}
