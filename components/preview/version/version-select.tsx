"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Select } from "#components/ui/select.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { previewMessages } from "../messages.ts";
import type { RunningVersion } from "../preview-store.ts";

const DRAFT = "draft";

type VersionSelectProps = {
  readonly version: RunningVersion | null;
  onChange(version: RunningVersion | null): void;
};

/** The draft, or one of the newest versions, which is then loaded. Nothing to choose from before the first publication. */
export function VersionSelect({ version, onChange }: VersionSelectProps) {
  const t = useTexts(previewMessages).runsOn;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const botId = useBuilder((state) => state.botId);
  const versions = useQuery(trpc.version.list.queryOptions({ botId })).data?.versions ?? [];
  if (versions.length === 0) return null;

  const choose = async (versionId: string) => {
    if (versionId === DRAFT) return onChange(null);
    try {
      const options = trpc.version.get.queryOptions({ versionId }, { staleTime: Number.POSITIVE_INFINITY });
      const { id, number, bundle } = await queries.fetchQuery(options);
      onChange({ id, number, bundle });
    } catch (error) {
      showFailure(toErrorText(error));
    }
  };

  return (
    <Select
      label={t.label}
      size="sm"
      value={version?.id ?? DRAFT}
      options={[
        { value: DRAFT, label: t.draft },
        ...versions.map(({ id, number, isLive }) => ({
          value: id,
          label: isLive ? t.live(number) : t.version(number),
        })),
      ]}
      onChange={(versionId) => void choose(versionId)}
    />
  );
}
