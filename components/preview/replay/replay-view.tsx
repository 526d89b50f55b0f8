"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronLeft } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ReplayedTurn } from "../engine/replay-recording.ts";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { useChosenVersion } from "../version/use-chosen-version.ts";
import { VersionSelect } from "../version/version-select.tsx";
import { ReplayStatus } from "./replay-status.tsx";
import { ReplayTurnRow } from "./replay-turn-row.tsx";
import { useReplay } from "./use-replay.ts";

type ReplayViewProps = { readonly conversationId: string; onBack(): void; onClose(): void };

/** Runs the talk when it is opened, and shows turn by turn what was said then and what the draft, or a version, says. */
export function ReplayView({ conversationId, onBack, onClose }: ReplayViewProps) {
  const t = useTexts(previewMessages).replays;
  const trpc = useTRPC();
  const recording = useQuery(
    trpc.preview.recording.queryOptions({ conversationId }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const [matching, setMatching] = useState<"draft" | "recorded">("draft");
  const { chosen, choose, version, isReady, error, retry } = useChosenVersion();
  const preview = usePreview();
  const replay = useReplay(isReady ? (recording.data ?? null) : null, { matching, version });
  const side = chosen === null ? t.draft : t.version(chosen.number);
  const goOn = ({ talk, at }: ReplayedTurn) => {
    preview.runOn(version && { id: version.id, number: version.number, bundle: version.bundle });
    preview.adopt({ ...talk, clockOffsetMs: at - Date.now() });
    onClose();
  };
  const differing = replay.turns.filter(({ isSame }) => !isSame);

  const showNext = () => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-differs]")];
    const next = rows.find((row) => row.getBoundingClientRect().top > window.innerHeight * 0.45) ?? rows[0];
    next?.scrollIntoView({ block: "center" });
  };

  if (recording.isError)
    return <ErrorState error={recording.error} onRetry={() => void recording.refetch()} />;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" look="ghost" icon={ChevronLeft} onClick={onBack}>
          {t.back}
        </Button>
        <span className="mr-auto" />
        {differing.length > 1 && (
          <Button size="sm" icon={ChevronDown} onClick={showNext}>
            {t.nextDifference}
          </Button>
        )}
        <VersionSelect version={chosen} isBusy={!isReady && error === null} onChange={choose} />
        <Segmented
          label={t.matching}
          value={matching}
          options={(["draft", "recorded"] as const).map((value) => ({ value, label: t.matchings[value] }))}
          onChange={(value) => setMatching(value)}
        />
      </div>
      {error !== null && <ErrorState error={error} onRetry={retry} />}
      {recording.isPending && <Skeleton className="h-40 w-full" />}
      {error === null && <ReplayStatus {...{ replay, differing, side }} />}
      <div className="grid grid-cols-2 gap-x-3 text-xs font-medium text-ink-3">
        <span>{t.recorded}</span>
        <span>{side}</span>
      </div>
      <ol className="flex flex-col gap-2">
        {replay.turns.map((turn) => (
          <ReplayTurnRow
            key={turn.number}
            turn={turn}
            isFirst={turn === differing[0]}
            onShow={onClose}
            onGoOn={goOn}
          />
        ))}
      </ol>
    </div>
  );
}
