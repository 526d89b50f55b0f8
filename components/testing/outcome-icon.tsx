"use client";

import { Circle, CircleCheck, CircleX } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { testingMessages } from "./messages.ts";
import type { ListedTest } from "./tests-panel.tsx";

/** Passed, failed or never run; pale when flow or test changed since. */
export function OutcomeIcon({ outcome }: { readonly outcome: ListedTest["outcome"] }) {
  const t = useTexts(testingMessages).state;
  if (outcome === null) return <Circle className="size-4 shrink-0 text-ink-3" aria-label={t.never} />;
  const Icon = outcome.passed ? CircleCheck : CircleX;
  const state = outcome.passed ? t.passed : t.failed;
  return (
    <Icon
      className={joinClasses(
        "size-4 shrink-0",
        outcome.passed ? "text-success-text" : "text-danger-text",
        !outcome.isCurrent && "opacity-45",
      )}
      aria-label={outcome.isCurrent ? state : `${state} · ${t.stale}`}
    />
  );
}
