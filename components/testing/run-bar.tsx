"use client";

import { CircleAlert, CircleCheck, CircleSlash, X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { testingMessages } from "./messages.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { isOpen, type Run, type useTestRun } from "./use-test-run.ts";

/** How the run goes, or how it ended; said to screen readers as well. */
export function RunBar({ runner }: { readonly runner: ReturnType<typeof useTestRun> }) {
  const t = useTexts(testingMessages).run;
  const close = useTexts(uiMessages).close;
  const { run } = runner;
  if (run === null) return null;
  const open = isOpen(run);
  return (
    <div className="border-b border-line bg-sunken px-4 py-2.5">
      <div className="flex items-center gap-2">
        {!open && <EndIcon run={run} />}
        <p role="status" className="min-w-0 flex-1 text-sm text-ink">
          <RunText run={run} />
        </p>
        {open ? (
          <Button size="sm" onClick={runner.cancel}>
            {t.cancel}
          </Button>
        ) : (
          <IconButton icon={X} label={close} className="size-7" onClick={runner.dismiss} />
        )}
      </div>
      {open && (
        <ProgressBar className="mt-2" done={run.done} total={run.total} failed={run.done - run.passed} />
      )}
    </div>
  );
}

export function RunText({
  run,
}: {
  readonly run: Pick<Run, "state" | "done" | "total" | "passed" | "error">;
}) {
  const t = useTexts(testingMessages).run;
  const errors: Readonly<Record<string, string>> = t.errors;
  switch (run.state) {
    case "queued":
      return t.queued;
    case "running":
      return run.done === 0 ? t.learning : t.running(run.done, run.total);
    case "done":
      return t.done(run.passed, run.total);
    case "cancelled":
      return t.cancelled;
    case "failed":
      return (
        <>
          {t.failed}
          <span className="block text-ink-2">{errors[run.error ?? ""] ?? ""}</span>
        </>
      );
  }
}

function EndIcon({ run }: { readonly run: Run }) {
  if (run.state === "cancelled") return <CircleSlash className="size-4 shrink-0 text-ink-3" aria-hidden />;
  return run.state === "done" && run.passed === run.total ? (
    <CircleCheck className="size-4 shrink-0 text-success-text" aria-hidden />
  ) : (
    <CircleAlert className="size-4 shrink-0 text-danger-text" aria-hidden />
  );
}
