"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Tabs } from "#components/ui/tabs.tsx";
import { SectionLinks } from "../../section-links.tsx";
import { FailingList } from "./failing-list.tsx";
import { GlossaryPanel } from "./glossary-panel.tsx";
import { MeasuresTab } from "./measures-tab.tsx";
import { healthMessages } from "./messages.ts";

const TABS = ["measures", "consistency", "glossary"] as const;
type Tab = (typeof TABS)[number];

/** How good what the workspace knows is, and what to do about it. */
export function HealthPage() {
  const t = useTexts(healthMessages);
  const router = useRouter();
  const wanted = useSearchParams().get("tab");
  const show = (tab: Tab) => router.replace(`/knowledge/health?tab=${tab}`, { scroll: false });
  return (
    <Page title={t.title} description={t.lead}>
      <SectionLinks />
      <Tabs<Tab>
        label={t.tabsLabel}
        look="pills"
        value={TABS.find((tab) => tab === wanted) ?? "measures"}
        onChange={show}
        tabs={[
          {
            value: "measures",
            label: t.tabs.measures,
            content: <MeasuresTab onShowFailing={() => show("consistency")} />,
          },
          { value: "consistency", label: t.tabs.consistency, content: <FailingList /> },
          { value: "glossary", label: t.tabs.glossary, content: <GlossaryPanel /> },
        ]}
      />
    </Page>
  );
}
