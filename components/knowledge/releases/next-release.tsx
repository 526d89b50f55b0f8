"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Rocket } from "lucide-react";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { useBaseEvents } from "../live/use-base-events.ts";
import { DifferenceList } from "./difference-list.tsx";
import { FailedTests } from "./failed-tests.tsx";
import { InterruptedRelease } from "./interrupted-release.tsx";
import { baseReleaseMessages } from "./messages.ts";
import { ReleaseBar } from "./release-bar.tsx";

/** How far it is, is told; this is for a process that died with it. */
const SILENCE_MS = 4_000;

type NextReleaseProps = {
  readonly baseId: string;
  /** The number of the live release. */
  readonly live: number | null;
  readonly isFirst: boolean;
  readonly words: Outputs["knowledge"]["releases"]["words"];
};

/** What customers would get that they do not have yet, and the way to give it to them. */
export function NextRelease({ baseId, live, isFirst, words }: NextReleaseProps) {
  const t = useTexts(baseReleaseMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  useBaseEvents(baseId);
  const [note, setNote] = useState("");
  const { data: state } = useQuery(
    trpc.knowledge.releaseProgress.queryOptions(
      { baseId },
      {
        staleTime: 0,
        refetchInterval: (query) => (query.state.data?.type === "running" ? SILENCE_MS : false),
      },
    ),
  );
  const sides = { baseId, from: live, to: "next" } as const;
  const difference = useQuery(trpc.knowledge.compareReleases.queryOptions(sides, { staleTime: 0 }));
  const publish = useMutation(
    trpc.knowledge.release.mutationOptions({
      onSuccess: async (answer) => {
        if (answer.type === "tests-failed") return;
        setNote("");
        showSuccess(t.published(answer.number));
        await queries.invalidateQueries(trpc.knowledge.pathFilter());
      },
      // Whether it was only interrupted is known to the server.
      onError: () => queries.invalidateQueries(trpc.knowledge.releaseProgress.queryFilter({ baseId })),
    }),
  );
  const total = difference.data?.total ?? 0;
  const isRunning = publish.isPending || state?.type === "running";
  return (
    <Panel title={t.nextTitle} description={t.nextLead}>
      <div className="flex flex-col gap-4">
        {difference.isError && <Notice tone="danger">{toErrorText(difference.error)}</Notice>}
        {words !== "live" && (
          <Notice tone={words === "waiting" ? "warn" : "info"}>{t.wordsStates[words]}</Notice>
        )}
        {difference.isSuccess && <Waiting sides={sides} total={total} isFirst={isFirst} />}
        {(total > 0 || !isFirst) && (
          <TextAreaField
            label={t.note}
            hint={t.noteHint}
            rows={2}
            maxLength={1_000}
            disabled={publish.isPending}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        {publish.isError && (
          <Notice tone="danger" isAlert>
            {toErrorText(publish.error)}
          </Notice>
        )}
        {isRunning && <ReleaseBar state={state ?? null} isOwn={publish.isPending} />}
        {!isRunning && state?.type === "interrupted" && (
          <InterruptedRelease
            state={state}
            onRetry={() => publish.mutate({ baseId, note: note.trim() === "" ? state.note : note })}
          />
        )}
        {!publish.isPending && publish.data?.type === "tests-failed" && (
          <FailedTests
            baseId={baseId}
            tests={publish.data}
            onAccept={() => publish.mutate({ baseId, note, acceptFailing: true })}
          />
        )}
        <div>
          <Button
            look="primary"
            icon={Rocket}
            isBusy={publish.isPending}
            disabled={difference.isPending || isRunning || (total === 0 && isFirst)}
            onClick={() => publish.mutate({ baseId, note })}
          >
            {t.publish}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

type WaitingProps = {
  readonly sides: { readonly baseId: string; readonly from: number | null; readonly to: "next" };
  readonly total: number;
  readonly isFirst: boolean;
};

function Waiting({ sides, total, isFirst }: WaitingProps) {
  const t = useTexts(baseReleaseMessages);
  if (total === 0) return <p className="text-sm text-ink-2">{isFirst ? t.nothingApproved : t.nothing}</p>;
  return (
    <>
      <p className="text-sm font-medium text-ink">{t.waiting(total)}</p>
      <DifferenceList {...sides} />
    </>
  );
}
