"use client";

import Link from "next/link";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { baseReleaseMessages } from "./messages.ts";

type Tests = Extract<Outputs["knowledge"]["release"], { readonly type: "tests-failed" }>;

type FailedTestsProps = { readonly baseId: string; readonly tests: Tests; onAccept(): void };

/** Accepted questions that the next release would answer otherwise; it goes out only when somebody has seen them. */
export function FailedTests({ baseId, tests, onAccept }: FailedTestsProps) {
  const t = useTexts(baseReleaseMessages);
  const locale = usePreferences((state) => state.locale);
  const toHref = (entryId: string) => `/knowledge/${baseId}?entry=${entryId}` as const;
  const more = tests.total - tests.passed - tests.failures.length;
  return (
    <Notice tone="warn" isAlert title={t.testsFailed(tests.passed, tests.total)}>
      <p className="mt-1 text-sm">{t.testsFailedLead}</p>
      <ul aria-label={t.failedTests} className="mt-3 flex max-h-80 flex-col gap-3 overflow-y-auto">
        {tests.failures.map(({ question, entryId, expected, got, gotId, outcome }) => (
          <li key={question} className="text-sm">
            <p className="font-medium break-words">{question}</p>
            <p className="break-words">
              {t.shouldBe}
              <Link href={toHref(entryId)} className="underline">
                {toQuestion(expected, locale)}
              </Link>
            </p>
            <p className="break-words">
              {t.wouldBe[outcome]}
              {got !== null && gotId !== null && (
                <Link href={toHref(gotId)} className="underline">
                  {toQuestion(got, locale)}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-sm">{t.moreFailed(more)}</p>}
      <Button className="mt-3" onClick={onAccept}>
        {t.releaseAnyway}
      </Button>
    </Notice>
  );
}
