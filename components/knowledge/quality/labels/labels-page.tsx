"use client";

import { useQuery } from "@tanstack/react-query";
import { Dices, Tags } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Select } from "#components/ui/select.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { SectionLinks } from "../../section-links.tsx";
import { AgreementPanel } from "./agreement-panel.tsx";
import { DrawDialog } from "./draw-dialog.tsx";
import { LabelQueue, QueueSkeleton } from "./label-queue.tsx";
import { labelMessages } from "./messages.ts";
import { ReviewedItems } from "./reviewed-items.tsx";
import { type Sample, SamplesPanel } from "./samples-panel.tsx";

const ALL = "all";

export function LabelsPage() {
  const t = useTexts(labelMessages);
  const trpc = useTRPC();
  const mayDraw = useMay("knowledge.label.draw");
  const [chosen, setChosen] = useState(ALL);
  const [isDrawing, setDrawing] = useState(false);
  const samples = useQuery(trpc.knowledge.label.samples.queryOptions());
  const known = samples.data ?? [];
  // One that was deleted meanwhile is no choice any more.
  const sample = known.find(({ id }) => id === chosen);
  const draw = mayDraw ? (
    <Button look="primary" icon={Dices} onClick={() => setDrawing(true)}>
      {t.draw}
    </Button>
  ) : null;
  return (
    <Page
      title={t.title}
      description={t.lead}
      actions={
        known.length > 0 && (
          <>
            <Select
              label={t.sample}
              size="sm"
              className="max-w-56"
              value={sample ? chosen : ALL}
              options={[
                { value: ALL, label: t.allSamples },
                ...known.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={setChosen}
            />
            {draw}
          </>
        )
      }
    >
      <SectionLinks />
      {samples.isPending ? (
        <QueueSkeleton />
      ) : samples.isError ? (
        <ErrorState error={samples.error} onRetry={() => void samples.refetch()} />
      ) : known.length === 0 ? (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState icon={Tags} title={t.noSampleTitle} body={t.noSampleBody} action={draw} />
        </div>
      ) : (
        <LabelTabs key={sample?.id ?? ALL} samples={known} sample={sample ?? null} />
      )}
      {isDrawing && (
        <DrawDialog
          onDrawn={(sampleId) => {
            setChosen(sampleId);
            setDrawing(false);
          }}
          onClose={() => setDrawing(false)}
        />
      )}
    </Page>
  );
}

type LabelTabsProps = { readonly samples: readonly Sample[]; readonly sample: Sample | null };

type Tab = "queue" | "disputed" | "settled" | "agreement" | "samples";

function LabelTabs({ samples, sample }: LabelTabsProps) {
  const t = useTexts(labelMessages);
  const mayLabel = useMay("knowledge.label.next");
  const [tab, setTab] = useState<Tab>(mayLabel ? "queue" : "settled");
  const sampleId = sample?.id ?? null;
  const counted = sample ? [sample] : samples;
  const sum = (read: (one: Sample) => number) => counted.reduce((total, one) => total + read(one), 0);
  return (
    <Tabs<Tab>
      label={t.tabsLabel}
      look="pills"
      value={tab}
      onChange={setTab}
      tabs={[
        {
          value: "queue",
          label: t.tabs.queue(mayLabel ? sum(({ waiting }) => waiting) : 0),
          content: mayLabel ? <LabelQueue sampleId={sampleId} /> : <NotAllowed />,
        },
        {
          value: "disputed",
          label: t.tabs.disputed(sum(({ disputed }) => disputed)),
          content: <ReviewedItems sampleId={sampleId} state="disputed" />,
        },
        {
          value: "settled",
          label: t.tabs.settled,
          content: <ReviewedItems sampleId={sampleId} state="settled" />,
        },
        { value: "agreement", label: t.tabs.agreement, content: <AgreementPanel sampleId={sampleId} /> },
        { value: "samples", label: t.tabs.samples, content: <SamplesPanel samples={counted} /> },
      ]}
    />
  );
}

function NotAllowed() {
  const t = useTexts(labelMessages);
  return (
    <div className="rounded-lg border border-line bg-surface">
      <EmptyState icon={Tags} title={t.notAllowedTitle} body={t.notAllowedBody} />
    </div>
  );
}
