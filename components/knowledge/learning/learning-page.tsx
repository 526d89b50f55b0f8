"use client";

import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { SectionLinks } from "../section-links.tsx";
import { ClusterFilters } from "./cluster-filters.tsx";
import { ClusterSheet } from "./cluster-sheet.tsx";
import { DecisionList } from "./decision-list.tsx";
import { LookNow } from "./look-now.tsx";
import { learningMessages } from "./messages.ts";
import { OpenClusters } from "./open-clusters.tsx";
import { useDecisions } from "./use-decisions.ts";
import { useLearningAddress } from "./use-learning-address.ts";

/** Where a bot learns from what it did badly. */
export function LearningPage() {
  const t = useTexts(learningMessages);
  const address = useLearningAddress();
  const decisions = useDecisions();
  return (
    <Page title={t.title} description={t.lead}>
      <SectionLinks />
      <div className="mb-4 flex flex-col gap-4">
        <LookNow />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Segmented<"open" | "history">
            label={t.viewsLabel}
            value={address.view}
            options={[
              { value: "open", label: t.views.open },
              { value: "history", label: t.views.history },
            ]}
            onChange={address.show}
          />
          {address.view === "open" && <ClusterFilters filters={address.filters} onChange={address.set} />}
        </div>
      </div>
      {address.view === "open" ? (
        <OpenClusters address={address} decisions={decisions} />
      ) : (
        <DecisionList decisions={decisions} />
      )}
      {address.openId !== null && (
        <ClusterSheet
          // What is ticked belongs to one group.
          key={address.openId}
          clusterId={address.openId}
          decisions={decisions}
          onClose={() => address.open(null)}
        />
      )}
    </Page>
  );
}
