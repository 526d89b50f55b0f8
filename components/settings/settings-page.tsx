"use client";

import { useRouter } from "next/navigation";
import { useMay } from "#components/console/me.ts";
import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Tabs } from "#components/ui/tabs.tsx";
import { AuditLog } from "./audit-log.tsx";
import { LeavePanel } from "./leave-panel.tsx";
import { settingsMessages } from "./messages.ts";
import { WorkspacePanel } from "./workspace-panel.tsx";

type Tab = "general" | "audit";

export function SettingsPage({ tab }: { readonly tab: string | null }) {
  const t = useTexts(settingsMessages).workspace;
  const router = useRouter();
  const maySeeAudit = useMay("audit.list");
  const general = (
    <div className="flex flex-col gap-4">
      <WorkspacePanel />
      <LeavePanel />
    </div>
  );
  return (
    <Page title={t.title} width="narrow">
      {maySeeAudit ? (
        <Tabs<Tab>
          label={t.tabsLabel}
          value={tab === "audit" ? "audit" : "general"}
          onChange={(next) => router.replace(`/settings?tab=${next}`, { scroll: false })}
          tabs={[
            { value: "general", label: t.tabs.general, content: general },
            { value: "audit", label: t.tabs.audit, content: <AuditLog /> },
          ]}
        />
      ) : (
        general
      )}
    </Page>
  );
}
