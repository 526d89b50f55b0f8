"use client";

import { Plus } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { toList } from "../form/config-path.ts";
import { useConfigEdit, useField } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { IntervalRow } from "./interval-row.tsx";
import { hoursMessages } from "./messages.ts";
import {
  copyToWorkdays,
  DAYS,
  type DayInterval,
  type Interval,
  nextInterval,
  toWeek,
  withDay,
} from "./week.ts";

/** Seven days, each with as many intervals as the shop keeps. */
export function WeekGrid({ path, isRequired }: { readonly path: string; readonly isRequired: boolean }) {
  const t = useTexts(hoursMessages);
  const field = useField(path);
  const edit = useConfigEdit();
  const week = toWeek(toList(field.value));
  const write = (next: readonly DayInterval[]) => edit(path, next, "step");
  return (
    <ListShell path={path} isRequired={isRequired}>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {DAYS.map((day) => {
          const hours: readonly Interval[] = week.filter((interval) => interval.day === day);
          const setHours = (next: readonly Interval[]) => write(withDay(week, day, next));
          return (
            <li key={day} className="flex items-start gap-2 px-2.5 py-1.5">
              <span className="w-9 shrink-0 text-sm leading-8 text-ink-2">{t.days[day]}</span>
              <span className="flex min-w-0 flex-1 flex-col gap-1">
                {hours.length === 0 && <span className="text-sm leading-8 text-ink-3">{t.closed}</span>}
                {hours.map((interval, index) => (
                  <IntervalRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: an interval has nothing but its place
                    key={index}
                    interval={interval}
                    name={t.days[day]}
                    canEdit={field.canEdit}
                    onChange={(next) => setHours(hours.with(index, next))}
                    onRemove={() => setHours(hours.toSpliced(index, 1))}
                  />
                ))}
              </span>
              {field.canEdit && (
                <IconButton
                  icon={Plus}
                  label={`${t.days[day]}：${t.addInterval}`}
                  className="text-ink-3"
                  onClick={() => setHours([...hours, nextInterval(hours)])}
                />
              )}
            </li>
          );
        })}
      </ul>
      {field.canEdit && week.some(({ day }) => day === 1) && (
        <Button look="ghost" size="sm" className="self-start" onClick={() => write(copyToWorkdays(week))}>
          {t.copy}
        </Button>
      )}
    </ListShell>
  );
}
