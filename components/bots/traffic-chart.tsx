"use client";

import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { botMessages } from "./messages.ts";

type Day = { readonly day: string; readonly conversations: number; readonly messages: number };

/** Conversations by day; each column says its figures on hover, on focus and to screen readers. */
export function TrafficChart({ days }: { readonly days: readonly Day[] }) {
  const t = useTexts(botMessages);
  const formats = useFormats();
  const most = Math.max(4, ...days.map((day) => day.conversations));
  return (
    <ol className="flex h-48 items-stretch gap-2 md:gap-4">
      {days.map((day, index) => {
        const isToday = index === days.length - 1;
        const label = t.dayLabel(formats.weekday(day.day), day.conversations, day.messages);
        return (
          <li key={day.day} className="flex min-w-0 flex-1 flex-col">
            <Tooltip text={label}>
              <button
                type="button"
                aria-label={label}
                className="group flex min-h-0 flex-1 cursor-default flex-col justify-end rounded-sm"
              >
                <span className="mb-1 text-center text-sm text-ink-2" aria-hidden>
                  {formats.number(day.conversations)}
                </span>
                <span
                  aria-hidden
                  style={{ height: `${Math.max(1, (day.conversations / most) * 100)}%` }}
                  className={`mx-auto block w-full max-w-14 rounded-xs transition-colors duration-[var(--fast)] ${
                    isToday ? "bg-accent" : "bg-accent-line group-hover:bg-accent"
                  }`}
                />
              </button>
            </Tooltip>
            <span
              className={`mt-2 truncate border-t border-line pt-2 text-center text-xs ${isToday ? "font-medium text-ink" : "text-ink-3"}`}
              aria-hidden
            >
              {isToday ? t.today : formats.weekday(day.day)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
