"use client";

import { ArrowLeft, ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import type { Comparison } from "#flows/compare/change.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { releaseMessages } from "./messages.ts";
import { DRAFT } from "./use-compare-side.ts";
import type { ListedVersion } from "./version-row.tsx";

export type NamedFlow = { readonly id: string; readonly name: string };

type CompareHeaderProps = {
  readonly botId: string;
  readonly from: string;
  readonly to: string;
  readonly flowId: string;
  readonly flows: readonly NamedFlow[];
  readonly comparison: Comparison;
  readonly versions: readonly ListedVersion[];
  onPick(sides: { readonly from: string; readonly to: string }): void;
  onFlow(flowId: string): void;
};

export function CompareHeader(props: CompareHeaderProps) {
  const { botId, from, to, flowId, flows, comparison, versions, onPick, onFlow } = props;
  const t = useTexts(releaseMessages).compare;
  const sides = toSides(versions, [from, to], t);
  const count = (id: string) => comparison.changes.filter((change) => change.flowId === id).length;
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-surface px-2 py-1.5 md:px-3">
      <Link
        href={`/builder/${botId}`}
        aria-label={t.back}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
      >
        <ArrowLeft className="size-4" aria-hidden />
      </Link>
      <h1 className="text-base font-semibold text-ink max-md:sr-only">{t.title}</h1>
      <div className="flex min-w-0 items-center gap-1.5">
        <Select
          size="sm"
          label={t.from}
          value={from}
          options={sides}
          className="w-44 max-md:w-32"
          onChange={(next) => onPick({ from: next, to })}
        />
        <IconButton
          icon={ArrowLeftRight}
          label={t.swap}
          side="bottom"
          onClick={() => onPick({ from: to, to: from })}
        />
        <Select
          size="sm"
          label={t.to}
          value={to}
          options={sides}
          className="w-44 max-md:w-32"
          onChange={(next) => onPick({ from, to: next })}
        />
      </div>
      {flows.length > 0 && (
        <Select
          size="sm"
          label={t.flow}
          value={flowId}
          className="max-w-52"
          options={[{ id: MAIN_FLOW_ID, name: t.mainFlow }, ...flows].map(({ id, name }) => ({
            value: id,
            label: `${name}${count(id) > 0 ? ` (${count(id)})` : ""}`,
          }))}
          onChange={onFlow}
        />
      )}
    </header>
  );
}

type Texts = (typeof releaseMessages)["zh-CN"]["compare"];

/** A version that is older than the list still stands in it while it is looked at. */
function toSides(
  versions: readonly ListedVersion[],
  picked: readonly string[],
  t: Texts,
): readonly SelectOption<string>[] {
  const known = versions.map(({ id, number, note }) => ({
    value: id,
    label: t.versionOption(number, ""),
    ...(note === "" ? {} : { hint: note.length > 60 ? `${note.slice(0, 59)}…` : note }),
  }));
  const ids = new Set(versions.map(({ id }) => id));
  const others = picked.filter((id) => id !== DRAFT && id !== "" && !ids.has(id));
  return [
    { value: DRAFT, label: t.draft },
    ...known,
    ...[...new Set(others)].map((id) => ({ value: id, label: id.slice(0, 8) })),
  ];
}
