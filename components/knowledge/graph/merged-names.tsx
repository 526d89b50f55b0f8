"use client";

import { Split } from "lucide-react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { graphMessages } from "./messages.ts";
import { useMerge } from "./use-merge.ts";

type Merged = Outputs["knowledge"]["graph"]["entity"]["entity"]["merged"];

/** What was found to be the same thing, each with the way back. */
export function MergedNames({ merged }: { readonly merged: Merged }) {
  const t = useTexts(graphMessages).merge;
  const maySeparate = useMay("knowledge.graph.separate");
  const { isBusy, separate } = useMerge();
  if (merged.length === 0) return null;
  return (
    <section aria-label={t.merged} className="rounded-md border border-line">
      <h3 className="px-3 pt-2.5 text-sm font-semibold text-ink">{t.merged}</h3>
      <p className="px-3 pb-1 text-sm text-ink-2">{t.mergedHint}</p>
      <ul className="divide-y divide-line">
        {merged.map((entity) => (
          <li key={entity.id} className="flex items-center gap-3 px-3 py-2">
            <p className="min-w-0 flex-1 break-words text-sm">
              <span className="font-medium text-ink">{[entity.name, ...entity.aliases].join(", ")}</span>{" "}
              <span className="text-xs text-ink-3">
                {entity.type} · {t.by(entity.mergedByName)}
              </span>
            </p>
            {maySeparate && (
              <Button
                size="sm"
                icon={Split}
                disabled={isBusy}
                aria-label={t.separateName(entity.name)}
                onClick={() => separate(entity)}
              >
                {t.separate}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
