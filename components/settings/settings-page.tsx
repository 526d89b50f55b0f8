"use client";

import { useRouter } from "next/navigation";
import { useMay } from "#components/console/me.ts";
import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ProviderPanel } from "#components/knowledge/embedding/provider-panel.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { AuditLog } from "./audit-log.tsx";
import { LeavePanel } from "./leave-panel.tsx";
import { settingsMessages } from "./messages.ts";
import { WorkspacePanel } from "./workspace-panel.tsx";

const TABS = ["general", "search", "audit"] as const;
type Tab = (typeof TABS)[number];

export function SettingsPage({ tab }: { readonly tab: string | null }) {
  const t = useTexts(settingsMessages).workspace;
  const router = useRouter();
  const maySee = { general: true, search: useMay("knowledge.vectors.provider"), audit: useMay("audit.list") };
  const contents = {
    general: (
      <div className="flex flex-col gap-4">
        <WorkspacePanel />
        <LeavePanel />
      </div>
    ),
    search: <ProviderPanel />,
    audit: <AuditLog />,
  };
  const shown = TABS.filter((value) => maySee[value]);
  return (
    <Page title={t.title} width="narrow">
      {shown.length > 1 ? (
        <Tabs<Tab>
          label={t.tabsLabel}
          value={shown.find((value) => value === tab) ?? "general"}
          onChange={(next) => router.replace(`/settings?tab=${next}`, { scroll: false })}
          tabs={shown.map((value) => ({ value, label: t.tabs[value], content: contents[value] }))}
        />
      ) : (
        contents.general
      )}
    </Page>
  );
}
