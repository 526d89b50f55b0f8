"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { baseReleaseMessages } from "./messages.ts";

export type ReleaseState = NonNullable<Outputs["knowledge"]["releaseProgress"]>;

type ReleaseBarProps = {
  readonly state: ReleaseState | null;
  /** It was begun in this tab. */
  readonly isOwn: boolean;
};

/** How far a release is, whoever began it; without a number where another process makes it. */
export function ReleaseBar({ state, isOwn }: ReleaseBarProps) {
  const t = useTexts(baseReleaseMessages);
  const running = state?.type === "running" ? state : null;
  const share = isOwn && running === null ? 0 : (running?.share ?? null);
  const percent = Math.round((share ?? 0) * 100);
  return (
    <div className="text-sm text-ink-2" role="status">
      <div className="mb-1 flex justify-between">
        <span>{isOwn || running === null ? t.publishing : t.publishingBy(running.byName)}</span>
        {share !== null && <span>{t.percent(percent)}</span>}
      </div>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span
          className="block h-full rounded-full bg-accent transition-[width] duration-[var(--slow)]"
          style={{ width: `${percent}%` }}
        />
      </span>
    </div>
  );
}
