"use client";

import { CircleCheck, FlaskConical } from "lucide-react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { releaseMessages } from "./messages.ts";
import type { Publishing, ReleaseCheck } from "./publish-form.tsx";

type TestGateProps = {
  readonly gate: ReleaseCheck["gate"];
  readonly publishing: Publishing;
  onLeave(): void;
};

/** What the required tests say, before and after they have run. */
export function TestGate({ gate: known, publishing, onLeave }: TestGateProps) {
  const t = useTexts(releaseMessages).dialog;
  const setPanel = useBuilder((state) => state.setPanel);
  const gate = publishing.answer?.type === "tests-failed" ? publishing.answer.gate : known;
  if (publishing.areTestsBroken) return <Notice tone="danger">{t.testsBroken}</Notice>;
  if (gate.verdict === "open") return null;
  if (gate.verdict === "clear") {
    return (
      <p className="flex items-center gap-2 text-sm text-success-text">
        <CircleCheck className="size-4" aria-hidden />
        {t.testsClear(gate.passed)}
      </p>
    );
  }
  if (gate.verdict === "missing") {
    return (
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <FlaskConical className="size-4" aria-hidden />
        {t.testsMissing(gate.missing.length)}
      </p>
    );
  }
  return (
    <Notice tone="danger" title={t.testsFailed(gate.failed.length)} isAlert>
      <ul className="mt-1 list-disc pl-4">
        {gate.failed.map((test) => (
          <li key={test.testId}>
            {test.suiteName} · {test.name}
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="mt-2"
        onClick={() => {
          onLeave();
          setPanel("tests");
        }}
      >
        {t.seeTests}
      </Button>
    </Notice>
  );
}
