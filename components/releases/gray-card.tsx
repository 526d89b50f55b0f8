"use client";

import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Notice } from "#components/ui/notice.tsx";
import { GrayDialog } from "./gray-dialog.tsx";
import { toGrayPlan } from "./gray-plan.ts";
import { releaseMessages } from "./messages.ts";
import { RunningDialog } from "./running-dialog.tsx";
import { toShare } from "./to-share.ts";
import { useReleaseActions } from "./use-release-actions.ts";

type Gray = NonNullable<Outputs["release"]["get"]["gray"]>;

/** How the gray release does, and what can be done about it. */
export function GrayCard({ botId, gray }: { readonly botId: string; readonly gray: Gray }) {
  const t = useTexts(releaseMessages).gray;
  const formats = useFormats();
  const mayRelease = useMay("release.changeGray");
  const [asking, setAsking] = useState<Act | null>(null);
  const isHalted = gray.state === "halted";
  return (
    <section
      aria-label={(isHalted ? t.haltedTitle : t.title)(gray.number)}
      className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-sm font-semibold text-ink">
            {(isHalted ? t.haltedTitle : t.title)(gray.number)}
          </h3>
          <p className="text-xs text-ink-3">{t.since(formats.relative(gray.startedAt), gray.authorName)}</p>
        </div>
        <Badge tone={isHalted ? "danger" : "accent"} hasDot>
          {t.shareOf(gray.audience.percent)}
        </Badge>
      </div>
      {gray.haltReason && (
        <Notice tone="danger" isAlert>
          {t.haltedBody(
            t.metrics[gray.haltReason.metric],
            toShare(gray.haltReason.value),
            toShare(gray.haltReason.max),
          )}
        </Notice>
      )}
      <Figures gray={gray} />
      {mayRelease && <Actions isHalted={isHalted} onAsk={setAsking} />}
      {asking !== null && <Asking {...{ botId, gray, asking }} onClose={() => setAsking(null)} />}
    </section>
  );
}

type Act = "change" | "promote" | "stop";

/** What broke its limits is first of all to be ended: the button that gives it to everybody is the last and the quietest then. */
function Actions({ isHalted, onAsk }: { readonly isHalted: boolean; onAsk(act: Act): void }) {
  const t = useTexts(releaseMessages).gray;
  return (
    <div className="flex flex-wrap gap-2">
      {!isHalted && (
        <Button size="sm" look="primary" onClick={() => onAsk("promote")}>
          {t.promote}
        </Button>
      )}
      {isHalted && (
        <Button size="sm" look="danger" onClick={() => onAsk("stop")}>
          {t.stop}
        </Button>
      )}
      <Button size="sm" onClick={() => onAsk("change")}>
        {isHalted ? t.resume : t.change}
      </Button>
      {isHalted && (
        <Button size="sm" look="ghost" onClick={() => onAsk("promote")}>
          {t.promote}
        </Button>
      )}
      {!isHalted && (
        <Button size="sm" look="danger-ghost" onClick={() => onAsk("stop")}>
          {t.stop}
        </Button>
      )}
    </div>
  );
}

function Figures({ gray }: { readonly gray: Gray }) {
  const t = useTexts(releaseMessages).gray;
  const formats = useFormats();
  const { conversations, failed, fallbacks, disliked } = gray.figures;
  const toRate = (count: number) => (conversations === 0 ? null : count / conversations);
  const { failureRateMax, fallbackRateMax, downRateMax } = gray.guard;
  const rows = [
    { name: t.figures.failed, rate: toRate(failed), max: failureRateMax },
    { name: t.figures.fallbacks, rate: toRate(fallbacks), max: fallbackRateMax },
    { name: t.figures.disliked, rate: toRate(disliked), max: downRateMax },
  ];
  return (
    <dl className="grid grid-cols-4 gap-2">
      <div className="min-w-0">
        <dt className="truncate text-xs text-ink-3">{t.figures.conversations}</dt>
        <dd className="text-base font-semibold tabular-nums text-ink">{formats.number(conversations)}</dd>
      </div>
      {rows.map(({ name, rate, max }) => (
        <div key={name} className="min-w-0">
          <dt className="truncate text-xs text-ink-3">{name}</dt>
          <dd
            className={joinClasses(
              "text-base font-semibold tabular-nums",
              max !== null && rate !== null && rate > max ? "text-danger-text" : "text-ink",
            )}
          >
            {rate === null ? "–" : toShare(rate)}
            {max !== null && (
              <span className="block text-xs font-normal text-ink-3">{t.limit(toShare(max))}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type AskingProps = {
  readonly botId: string;
  readonly gray: Gray;
  readonly asking: Act;
  onClose(): void;
};

function Asking({ botId, gray, asking, onClose }: AskingProps) {
  const t = useTexts(releaseMessages);
  const actions = useReleaseActions();
  const closeAfter = (work: Promise<boolean>) => void work.then((isDone) => isDone && onClose());
  if (asking === "change") {
    return (
      <GrayDialog
        title={t.gray.changeTitle(gray.number)}
        action={gray.state === "halted" ? t.gray.resume : t.gray.saveChange}
        start={toGrayPlan(gray)}
        isBusy={actions.isBusy}
        onConfirm={(terms) => closeAfter(actions.changeGray({ botId, ...terms }))}
        onClose={onClose}
      />
    );
  }
  const isPromoting = asking === "promote";
  return (
    <RunningDialog
      title={(isPromoting ? t.gray.promoteTitle : t.gray.stopTitle)(gray.number)}
      {...(isPromoting ? {} : { body: t.gray.stopBody })}
      question={isPromoting ? t.running.titleAny : t.running.grayTitle}
      action={isPromoting ? t.gray.promote : t.gray.stop}
      isDangerous={!isPromoting}
      isBusy={actions.isBusy}
      onConfirm={(running) =>
        closeAfter((isPromoting ? actions.promoteGray : actions.stopGray)(botId, running))
      }
      onClose={onClose}
    />
  );
}
