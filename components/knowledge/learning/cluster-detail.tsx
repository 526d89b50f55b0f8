"use client";

import { EyeOff, Plus, Split } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { EntryFinder } from "./entry-finder.tsx";
import { learningMessages } from "./messages.ts";
import { NearEntries, type PickedEntry } from "./near-entries.tsx";
import { NewEntryDialog } from "./new-entry-dialog.tsx";
import { type Sample, SampleList } from "./sample-list.tsx";
import type { Decisions } from "./use-decisions.ts";
import { useLearningKeys } from "./use-learning-keys.ts";

type Cluster = Outputs["knowledge"]["learning"]["cluster"];

type ClusterDetailProps = { readonly cluster: Cluster; readonly decisions: Decisions; onClose(): void };

/** What a mask leaves of a number teaches nothing, and must not become a phrasing by chance. */
const isMasked = ({ text }: Sample): boolean => /\*{2,}/u.test(text);

export function ClusterDetail({ cluster, decisions, onClose }: ClusterDetailProps) {
  const t = useTexts(learningMessages);
  const mayDecide = useMay("knowledge.learning.newEntry") && cluster.state === "open";
  const { samples, near } = cluster;
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(
    () => new Set(samples.filter(isMasked).map(({ key }) => key)),
  );
  const [isNaming, setNaming] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const ticked = new Set(samples.map(({ key }) => key).filter((key) => !unticked.has(key)));
  const texts = samples.filter(({ key }) => ticked.has(key)).map(({ text }) => text);
  const tick = (key: string, isTicked: boolean) => {
    const next = new Set(unticked);
    if (isTicked) next.delete(key);
    else next.add(key);
    setUnticked(next);
  };
  const closeAfter = (work: Promise<unknown>) => void work.then((answer) => answer !== null && onClose());
  const add = ({ entryId, question }: PickedEntry) =>
    closeAfter(decisions.addSimilar({ clusterId: cluster.id, entryId, texts }, question));
  const ignore = () => closeAfter(decisions.ignore([cluster.id]));
  const split = () => closeAfter(decisions.split({ clusterId: cluster.id, keys: [...ticked] }));
  useLearningKeys(
    (key) => {
      const [nearest] = near;
      if (key === "n") setNaming(true);
      else if (key === "i") ignore();
      else if (key === "s" && nearest && texts.length > 0) add(nearest);
    },
    mayDecide && !isNaming && !decisions.isBusy,
  );
  const mayAdd = mayDecide && texts.length > 0;
  return (
    <Sheet
      title={cluster.title}
      status={<Status cluster={cluster} />}
      onClose={onClose}
      footer={
        mayDecide && (
          <>
            <Button look="primary" icon={Plus} disabled={decisions.isBusy} onClick={() => setNaming(true)}>
              {t.newEntry}
            </Button>
            {samples.length > 1 && (
              <Button
                icon={Split}
                disabled={decisions.isBusy || ticked.size === 0 || ticked.size === samples.length}
                onClick={split}
              >
                {t.split}
              </Button>
            )}
            <Button
              look="ghost"
              icon={EyeOff}
              className="ml-auto"
              disabled={decisions.isBusy}
              onClick={ignore}
            >
              {t.ignore}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-6">
        <SampleList cluster={cluster} ticked={mayDecide ? ticked : null} onTick={tick} />
        <NearEntries near={near} mayAdd={mayAdd} isBusy={decisions.isBusy} onAdd={add} />
        {mayAdd && (
          <Collapsible title={t.otherEntry} isOpen={isFinding} onOpenChange={setFinding}>
            <EntryFinder isBusy={decisions.isBusy} onAdd={add} />
          </Collapsible>
        )}
      </div>
      {isNaming && (
        <NewEntryDialog
          clusterId={cluster.id}
          title={
            samples.find(({ key, text }) => ticked.has(key) && text === cluster.title)?.text ??
            texts[0] ??
            cluster.title
          }
          nearBaseId={near[0]?.baseId ?? null}
          texts={texts}
          decisions={decisions}
          onClose={() => setNaming(false)}
        />
      )}
    </Sheet>
  );
}

function Status({ cluster: { samples, state, isReopened } }: { readonly cluster: Cluster }) {
  const t = useTexts(learningMessages);
  const formats = useFormats();
  const asks = samples.reduce((sum, sample) => sum + sample.asks, 0);
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-3">
      {state !== "open" && <Badge>{t.decidedStates[state]}</Badge>}
      {isReopened && <Badge tone="accent">{t.reopened}</Badge>}
      {t.asks(formats.number(asks))}
    </span>
  );
}
