"use client";

import { ArrowUpFromLine, CircleAlert, CircleStop, Percent, Undo2 } from "lucide-react";
import { useId, useState } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { historyMessages } from "./history-messages.ts";
import { releaseMessages } from "./messages.ts";
import { toShare } from "./to-share.ts";

type ReleaseEvent = Outputs["release"]["get"]["events"][number];

const SHOWN_MAX = 5;

const ICONS = {
  published: ArrowUpFromLine,
  "rolled-back": Undo2,
  "gray-started": Percent,
  "gray-changed": Percent,
  "gray-halted": CircleAlert,
  "gray-promoted": ArrowUpFromLine,
  "gray-stopped": CircleStop,
} satisfies Record<ReleaseEvent["kind"], unknown>;

/** Which version served whom from when on, and who decided so. */
export function ReleaseHistory({ events }: { readonly events: readonly ReleaseEvent[] }) {
  const t = useTexts(historyMessages);
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (events.length === 0) return null;
  const shown = isWhole ? events : events.slice(0, SHOWN_MAX);
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-sm font-semibold text-ink">
        {t.title}
      </h3>
      <ol className="flex flex-col gap-3 rounded-md border border-line bg-surface px-4 py-3">
        {shown.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ol>
      {events.length > SHOWN_MAX && (
        <Button size="sm" look="ghost" className="self-start" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.fewer : t.all(events.length)}
        </Button>
      )}
    </section>
  );
}

function EventRow({ event }: { readonly event: ReleaseEvent }) {
  const t = useTexts(historyMessages);
  const { metrics, shareOf } = useTexts(releaseMessages).gray;
  const formats = useFormats();
  const { kind, number, percent, breach, authorName, at } = event;
  const Icon = ICONS[kind];
  const details = [
    ...(percent === null ? [] : [shareOf(percent)]),
    ...(breach === null
      ? []
      : [t.breach(metrics[breach.metric], toShare(breach.value), toShare(breach.max))]),
  ];
  return (
    <li className="flex gap-2.5 text-sm">
      <Icon
        className={joinClasses(
          "mt-0.5 size-4 shrink-0",
          kind === "gray-halted" ? "text-danger-text" : "text-ink-3",
        )}
        aria-hidden
      />
      <div className="min-w-0">
        <p className="text-ink">{[t.kinds[kind](number), ...details].join(" · ")}</p>
        <p className="text-xs text-ink-3" title={formats.dateTime(at)}>
          {authorName} · {formats.relative(at)}
        </p>
      </div>
    </li>
  );
}
