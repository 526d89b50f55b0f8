"use client";

import Link from "next/link";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { learningMessages } from "./messages.ts";
import { SignalBadges } from "./signal-badges.tsx";

type Cluster = Outputs["knowledge"]["learning"]["cluster"];
export type Sample = Cluster["samples"][number];

type SampleListProps = {
  readonly cluster: Cluster;
  /** Null where the reader may decide nothing. */
  readonly ticked: ReadonlySet<string> | null;
  onTick(key: string, isTicked: boolean): void;
};

/** The questions of a group, each with the talk in which it was asked last. */
export function SampleList({ cluster, ticked, onTick }: SampleListProps) {
  const t = useTexts(learningMessages);
  const formats = useFormats();
  const more = cluster.total - cluster.samples.length;
  return (
    <section aria-label={t.samples}>
      <h3 className="font-semibold text-ink">{t.samples}</h3>
      {ticked !== null && <p className="mt-0.5 text-sm text-ink-3">{t.samplesHint}</p>}
      <ul aria-label={t.samples} className="mt-2 divide-y divide-line rounded-md border border-line">
        {cluster.samples.map((sample) => (
          <li key={sample.key} className="flex gap-3 px-3 py-2.5">
            {ticked !== null && (
              <span className="pt-0.5">
                <Checkbox
                  label={t.select(sample.text)}
                  isChecked={ticked.has(sample.key)}
                  onChange={(isTicked) => onTick(sample.key, isTicked)}
                />
              </span>
            )}
            <div className="min-w-0 flex-1">
              <p className="break-words text-sm text-ink">{sample.text}</p>
              <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
                <SignalBadges signals={Object.fromEntries(sample.signals.map((signal) => [signal, true]))} />
                <span>
                  {t.asks(formats.number(sample.asks))} · {sample.botName} · {formats.short(sample.lastAt)}
                </span>
                <Link
                  href={`/conversations/${sample.conversationId}`}
                  aria-label={t.openTalk(sample.text)}
                  className="text-accent-text hover:underline"
                >
                  {t.talk}
                </Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-sm text-ink-3">{t.moreSamples(formats.number(more))}</p>}
    </section>
  );
}
