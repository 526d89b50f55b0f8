"use client";

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { healthMessages } from "./messages.ts";

type Readiness = Outputs["knowledge"]["health"]["readiness"][number];
type CheckName = keyof Readiness["lacks"];

const CHECKS = [
  "published",
  "answers",
  "owners",
  "reviews",
  "twins",
  "categories",
  "expired",
] as const satisfies readonly CheckName[];

/** What each base lacks before many customers should be answered from it. */
export function ReadinessTable() {
  const t = useTexts(healthMessages);
  const trpc = useTRPC();
  const bases = useQuery(trpc.knowledge.health.readiness.queryOptions());
  return (
    <Panel title={t.readiness} description={t.readinessLead} isFlush>
      {bases.isPending ? (
        <Loading>
          <Skeleton className="m-5 h-24" />
        </Loading>
      ) : bases.isError ? (
        <ErrorState error={bases.error} onRetry={() => void bases.refetch()} />
      ) : bases.data.length === 0 ? (
        <p className="px-5 pb-6 pt-2 text-sm text-ink-2">{t.noBases}</p>
      ) : (
        <ScrollRegion label={t.readiness}>
          <table className="w-full min-w-220 text-sm">
            <thead className="border-y border-line text-left text-xs text-ink-3">
              <tr>
                <th scope="col" className="px-5 py-2 font-medium">
                  {t.base}
                </th>
                <th scope="col" className="px-3 py-2 text-right font-medium">
                  {t.score}
                </th>
                {CHECKS.map((check) => (
                  <th key={check} scope="col" className="px-3 py-2 text-right font-medium last:pr-5">
                    {t.checks[check]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {bases.data.map((base) => (
                <BaseLine key={base.baseId} base={base} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Panel>
  );
}

/** Where a base's list can show just these. */
const FLAGS: { readonly [Check in CheckName]?: string } = { answers: "no-answer", expired: "expired" };

function BaseLine({ base }: { readonly base: Readiness }) {
  const t = useTexts(healthMessages);
  return (
    <tr>
      <th scope="row" className="max-w-60 px-5 py-2.5 text-left font-medium">
        <Link
          href={`/knowledge/${base.baseId}`}
          className="break-words text-ink hover:text-accent-text hover:underline"
        >
          {base.name}
        </Link>
      </th>
      <td className="px-3 py-2.5 text-right font-medium text-ink tabular-nums">
        {base.score} / {CHECKS.length}
      </td>
      {CHECKS.map((check) => (
        <td key={check} className="px-3 py-2.5 text-right tabular-nums last:pr-5">
          {check === "published" ? (
            <span className={base.published > 0 ? "text-ink" : "text-warn-text"}>
              {t.publishedOf(base.published, base.entries)}
            </span>
          ) : (
            <Lack count={base.lacks[check]} baseId={base.baseId} flag={FLAGS[check] ?? null} />
          )}
        </td>
      ))}
    </tr>
  );
}

type LackProps = { readonly count: number; readonly baseId: string; readonly flag: string | null };

function Lack({ count, baseId, flag }: LackProps) {
  if (count === 0) return <Check className="ml-auto size-4 text-success" aria-label="0" />;
  if (flag === null) return <span className="text-warn-text">{count}</span>;
  return (
    <Link href={`/knowledge/${baseId}?flag=${flag}`} className="text-warn-text underline">
      {count}
    </Link>
  );
}
