"use client";

import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { ClusterRow } from "./cluster-row.tsx";
import { learningMessages } from "./messages.ts";
import type { ListedCluster } from "./use-learning-address.ts";

type ClusterListProps = {
  readonly page: Outputs["knowledge"]["learning"]["clusters"];
  readonly pageNumber: number;
  readonly currentId: string | null;
  /** Null where the reader may decide nothing. */
  readonly selected: ReadonlySet<string> | null;
  onSelect(clusterIds: readonly string[], isSelected: boolean): void;
  onPage(page: number): void;
  onOpen(clusterId: string): void;
};

export function ClusterList(props: ClusterListProps) {
  const { page, selected, onSelect } = props;
  const t = useTexts(learningMessages);
  const formats = useFormats();
  const { clusters, total, pageSize } = page;
  const ids = clusters.map(({ id }) => id);
  const here = ids.filter((id) => selected?.has(id)).length;
  const big = clusters.filter(({ isBig }) => isBig);
  const small = clusters.filter(({ isBig }) => !isBig);
  const pages = Math.ceil(total / pageSize);
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <div className="flex h-10 items-center gap-3 px-4 text-sm text-ink-2">
        {selected !== null && (
          <Checkbox
            label={t.selectPage}
            isChecked={here === 0 ? false : here === ids.length ? true : "mixed"}
            onChange={(isSelected) => onSelect(ids, isSelected)}
          />
        )}
        <span className="flex-1">{t.total(formats.number(total))}</span>
        <Pager page={props.pageNumber} pages={pages} onPage={props.onPage} />
      </div>
      <Part {...props} title={t.big} hint={t.bigHint} clusters={big} />
      <Part {...props} title={t.small} clusters={small} />
    </div>
  );
}

type PartProps = ClusterListProps & {
  readonly title: string;
  readonly hint?: string;
  readonly clusters: readonly ListedCluster[];
};

function Part({ title, hint, clusters, currentId, selected, onSelect, onOpen }: PartProps) {
  if (clusters.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="flex flex-wrap items-baseline gap-x-2 border-y border-line bg-sunken px-4 py-1.5 text-sm font-medium text-ink-2">
        {title}
        {hint && <span className="text-xs font-normal text-ink-3">{hint}</span>}
      </h2>
      <ul aria-label={title} className="divide-y divide-line">
        {clusters.map((cluster) => (
          <ClusterRow
            key={cluster.id}
            cluster={cluster}
            isCurrent={cluster.id === currentId}
            isSelected={selected === null ? null : selected.has(cluster.id)}
            onSelect={(isSelected) => onSelect([cluster.id], isSelected)}
            onOpen={() => onOpen(cluster.id)}
          />
        ))}
      </ul>
    </section>
  );
}
