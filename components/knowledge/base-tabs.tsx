"use client";

import { useRouter } from "next/navigation";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Tabs } from "#components/ui/tabs.tsx";
import type { BaseDetail } from "./base-page.tsx";
import { CasesTab } from "./cases/cases-tab.tsx";
import { DocumentsTab } from "./documents/documents-tab.tsx";
import { EntriesTab } from "./entries/entries-tab.tsx";
import { GraphTab } from "./graph/graph-tab.tsx";
import { knowledgeMessages } from "./messages.ts";
import { ReleasesTab } from "./releases/releases-tab.tsx";

const TABS = ["faq", "documents", "cases", "graph", "releases"] as const;
type Tab = (typeof TABS)[number];

type BaseTabsProps = { readonly base: BaseDetail; readonly tab: string | null };

export function BaseTabs({ base, tab }: BaseTabsProps) {
  const t = useTexts(knowledgeMessages);
  const router = useRouter();
  return (
    <Tabs<Tab>
      label={t.tabsLabel}
      value={TABS.find((candidate) => candidate === tab) ?? "faq"}
      onChange={(next) => router.replace(`/knowledge/${base.id}?tab=${next}`, { scroll: false })}
      tabs={[
        { value: "faq", label: t.tabs.faq, content: <EntriesTab baseId={base.id} /> },
        { value: "documents", label: t.tabs.documents, content: <DocumentsTab baseId={base.id} /> },
        { value: "cases", label: t.tabs.cases, content: <CasesTab baseId={base.id} /> },
        { value: "graph", label: t.tabs.graph, content: <GraphTab baseId={base.id} /> },
        { value: "releases", label: t.tabs.releases, content: <ReleasesTab base={base} /> },
      ]}
    />
  );
}
