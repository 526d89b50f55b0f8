"use client";

import { useQuery } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Select } from "#components/ui/select.tsx";
import { previewMessages } from "../messages.ts";
import type { NamedVersion } from "../preview-store.ts";

const DRAFT = "draft";

type VersionSelectProps = {
  /** What was chosen last, there already or not. */
  readonly version: NamedVersion | null;
  /** It is being fetched; another can be chosen all the same. */
  readonly isBusy: boolean;
  onChange(version: NamedVersion | null): void;
};

/** The draft, or one of the newest versions. Nothing to choose from before the first publication. */
export function VersionSelect({ version, isBusy, onChange }: VersionSelectProps) {
  const t = useTexts(previewMessages).runsOn;
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const versions = useQuery(trpc.version.list.queryOptions({ botId })).data?.versions ?? [];
  if (versions.length === 0) return null;
  const choose = (versionId: string) => {
    const chosen = versions.find(({ id }) => id === versionId);
    onChange(chosen === undefined ? null : { id: chosen.id, number: chosen.number });
  };
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5" aria-busy={isBusy}>
      {isBusy && <LoaderCircle className="size-4 shrink-0 animate-spin text-ink-3" aria-hidden />}
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
        onChange={choose}
      />
    </span>
  );
}
