"use client";

import { useQuery } from "@tanstack/react-query";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { SetupGroup, SetupRow } from "../setup/setup-row.tsx";
import { VersionSelect } from "./version-select.tsx";

/** On what the talk runs. The talk stays where it is: it goes on there with the next message. */
export function VersionField() {
  const t = useTexts(previewMessages);
  const { switchTo } = usePreview();
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const version = usePreviewStore((state) => state.coming ?? state.version);
  const isBusy = usePreviewStore((state) => state.coming !== null);
  const hasVersions = (useQuery(trpc.version.list.queryOptions({ botId })).data?.versions.length ?? 0) > 0;
  if (!hasVersions) return null;
  return (
    <SetupGroup title={t.runsOn.title} hint={t.setup.now}>
      <SetupRow label={t.runsOn.label}>
        <VersionSelect version={version} isBusy={isBusy} onChange={switchTo} />
      </SetupRow>
    </SetupGroup>
  );
}
