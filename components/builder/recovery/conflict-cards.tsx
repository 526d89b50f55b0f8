"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import type { Bundle } from "#flows/kernel/flow.ts";
import { builderMessages } from "../messages.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import type { EditConflict } from "../store/builder-store.ts";
import { applyBoth, applyMine } from "./apply-mine.ts";
import { toContent, toReadable } from "./to-content.ts";
import { toPlaceName } from "./to-place-name.ts";

/** Asks, for each field that two people edited at once, whose words shall stand. Not answering loses nothing: both are in Recovery. */
export function ConflictCards() {
  const conflicts = useBuilder((state) => state.conflicts);
  if (conflicts.length === 0) return null;
  return (
    <div className="pointer-events-none absolute top-3 right-[var(--covered-right,0px)] left-0 z-20 flex max-h-[60%] flex-col items-center gap-2 overflow-y-auto px-3">
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.recoveryId} conflict={conflict} />
      ))}
    </div>
  );
}

function ConflictCard({ conflict }: { readonly conflict: EditConflict }) {
  const t = useTexts(builderMessages).conflict;
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const client = useTRPCClient();
  const { op, reason, theirs, recoveryId } = conflict;
  const { bundle, botId } = store.getState();
  const both = applyBoth(bundle, op, theirs);
  const hasPlace = applyMine(bundle, op) !== bundle;

  const close = (change: ((bundle: Bundle) => Bundle) | null): void => {
    if (change !== null) store.getState().edit(change, { label: "recover" });
    store.getState().removeConflict(recoveryId);
    // If this is not heard, the edit stays listed as open in Recovery: nothing is lost.
    client.draft.resolveRecovery.mutate({ botId, recoveryId, isResolved: true }).catch(() => {});
  };

  return (
    <section
      role="alert"
      className="pop pointer-events-auto w-full max-w-120 rounded-lg border border-warn bg-raised p-4 shadow-panel"
    >
      <h3 className="text-sm font-semibold text-ink">
        {reason === "gone" ? t.gone : t.titleOf(toPlaceName(bundle, op, locale))}
      </h3>
      <div className="mt-2.5 grid gap-2 sm:grid-cols-2">
        {reason !== "gone" && <Side label={t.theirs} value={toReadable(theirs)} empty={t.empty} />}
        <Side label={t.mine} value={toReadable(toContent(op))} empty={t.empty} />
      </div>
      <p className="mt-2 text-xs text-ink-3">{t.later}</p>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        <Button size="sm" onClick={() => close(null)}>
          {t.keepTheirs}
        </Button>
        {both !== null && (
          <Button size="sm" onClick={() => close((current) => applyBoth(current, op, theirs) ?? current)}>
            {t.useBoth}
          </Button>
        )}
        {hasPlace && (
          <Button size="sm" look="primary" onClick={() => close((current) => applyMine(current, op))}>
            {t.useMine}
          </Button>
        )}
      </div>
    </section>
  );
}

type SideProps = { readonly label: string; readonly value: string; readonly empty: string };

function Side({ label, value, empty }: SideProps) {
  return (
    <div className="min-w-0">
      <p className="text-xs font-medium text-ink-3">{label}</p>
      <p className="mt-1 max-h-32 overflow-y-auto whitespace-pre-wrap rounded-sm bg-sunken px-2.5 py-2 text-sm text-ink [overflow-wrap:anywhere]">
        {value === "" ? <span className="text-ink-3">{empty}</span> : value}
      </p>
    </div>
  );
}
