"use client";

import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { HelpPopover } from "../help-popover.tsx";
import { toPercent } from "../to-percent.ts";
import { QueueSkeleton } from "./label-queue.tsx";
import { labelMessages } from "./messages.ts";

type Agreement = Outputs["knowledge"]["label"]["agreement"]["agreements"][number];

/** How far two people agree on each question, each with its count and interval. */
export function AgreementPanel({ sampleId }: { readonly sampleId: string | null }) {
  const t = useTexts(labelMessages);
  const trpc = useTRPC();
  const agreement = useQuery(trpc.knowledge.label.agreement.queryOptions({ sampleId }));
  if (agreement.isPending) return <QueueSkeleton />;
  if (agreement.isError)
    return <ErrorState error={agreement.error} onRetry={() => void agreement.refetch()} />;
  const { agreements, pairsMin } = agreement.data;
  return (
    <Panel
      title={t.kappaTitle}
      description={t.kappaLead}
      actions={<HelpPopover label={t.kappaTitle} lines={t.kappaHelp} />}
      isFlush
    >
      <ul className="divide-y divide-line border-t border-line">
        {agreements.map((one) => (
          <AgreementRow key={one.question} agreement={one} pairsMin={pairsMin} />
        ))}
      </ul>
      <p className="border-t border-line px-5 py-3 text-xs text-ink-3">{t.onePerson}</p>
    </Panel>
  );
}

type AgreementRowProps = { readonly agreement: Agreement; readonly pairsMin: number };

function AgreementRow({ agreement, pairsMin }: AgreementRowProps) {
  const t = useTexts(labelMessages);
  const { question, result, count, unsure } = agreement;
  return (
    <li className="grid gap-x-6 gap-y-1 px-5 py-3.5 text-sm sm:grid-cols-[10rem_8rem_1fr] sm:items-center">
      <span className="font-medium text-ink">{t.kappaOf[question]}</span>
      {result === null ? (
        <span className="text-ink-3 sm:col-span-2">{t.tooFew(count, pairsMin)}</span>
      ) : result.kappa === null || result.interval === null || result.level === null ? (
        <span className="text-ink-2 sm:col-span-2">
          {t.noKappa} · {t.pairs(count)}
        </span>
      ) : (
        <>
          <span className="flex items-center gap-2 tabular-nums">
            <span className="text-md font-semibold text-ink">κ {result.kappa.toFixed(2)}</span>
            <Badge tone={result.kappa > 0.6 ? "success" : result.kappa > 0.4 ? "neutral" : "warn"}>
              {t.levels[result.level]}
            </Badge>
          </span>
          <span className="text-ink-2 tabular-nums">
            {t.between(result.interval.low.toFixed(2), result.interval.high.toFixed(2))} · {t.pairs(count)} ·{" "}
            {t.agreed(toPercent(result.agreed))}
            {unsure > 0 && ` · ${t.unsure(unsure)}`}
          </span>
        </>
      )}
    </li>
  );
}
