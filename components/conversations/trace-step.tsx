"use client";

import { ChevronRight, CircleAlert, Hourglass, LogOut } from "lucide-react";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { FAMILY_TEXT } from "#components/ui/family-hues.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import type { TalkTurn } from "./conversation-view.tsx";
import { JsonView } from "./json-view.tsx";
import { conversationMessages } from "./messages.ts";
import { type NodeLook, toNodeLook } from "./node-look.ts";

type Step = TalkTurn["steps"][number];

type TraceStepProps = {
  readonly step: Step;
  readonly title: string | null;
  readonly flowName: string;
  readonly isLast: boolean;
};

export function TraceStep({ step, title, flowName, isLast }: TraceStepProps) {
  const t = useTexts(conversationMessages);
  const locale = usePreferences((state) => state.locale);
  const [isOpen, setOpen] = useState(step.error !== null);
  const look = toNodeLook(step.kind, locale);
  const hasDetails = step.input !== null || step.output !== null || step.error !== null;
  return (
    <li className="relative flex gap-3 pb-4">
      {!isLast && <span aria-hidden className="absolute bottom-0 left-4 top-9 w-px bg-line-strong" />}
      <span
        className={joinClasses(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-md border border-current/25 bg-surface",
          FAMILY_TEXT[look.family],
        )}
      >
        <NodeIcon name={look.icon} />
      </span>
      <div className="min-w-0 flex-1">
        <StepHead step={step} title={title} flowName={flowName} look={look} />
        {hasDetails && (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="-ml-1 mt-1 inline-flex h-6 items-center gap-0.5 rounded-xs pr-1.5 text-sm text-ink-2 hover:text-ink"
          >
            <ChevronRight
              className={joinClasses(
                "size-4 transition-transform duration-[var(--fast)]",
                isOpen && "rotate-90",
              )}
              aria-hidden
            />
            {t.details}
          </button>
        )}
        {isOpen && (
          <div className="mt-1.5 flex flex-col gap-2">
            {step.error && (
              <p className="rounded-sm bg-danger-soft px-3 py-2 text-sm text-danger-text [overflow-wrap:anywhere]">
                <code className="mr-2 font-mono">{step.error.code}</code>
                {step.error.message}
              </p>
            )}
            {step.input !== null && <JsonView label={t.input} copyLabel={t.copyInput} value={step.input} />}
            {step.output !== null && (
              <JsonView label={t.output} copyLabel={t.copyOutput} value={step.output} />
            )}
          </div>
        )}
      </div>
    </li>
  );
}

type StepHeadProps = {
  readonly step: Step;
  readonly title: string | null;
  readonly flowName: string;
  readonly look: NodeLook;
};

function StepHead({ step, title, flowName, look }: StepHeadProps) {
  const t = useTexts(conversationMessages);
  const formats = useFormats();
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="min-w-0 font-medium text-ink [overflow-wrap:anywhere]">{title ?? look.title}</span>
        {title && <span className="text-sm text-ink-3">{look.title}</span>}
        {step.flowId !== "main" && <span className="text-sm text-ink-3">{t.flow(flowName)}</span>}
        {step.ms !== undefined && <span className="ml-auto text-sm text-ink-3">{formats.ms(step.ms)}</span>}
      </div>
      <div className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-2">
        {step.port !== null && (
          <span className="inline-flex items-center gap-1.5">
            <LogOut className="size-3.5 text-ink-3" aria-hidden />
            <span className="sr-only">{t.port}</span>
            {Object.hasOwn(look.ports, step.port) ? look.ports[step.port] : step.port}
          </span>
        )}
        {step.waits !== null && (
          <span className="inline-flex items-center gap-1.5">
            <Hourglass className="size-3.5 text-ink-3" aria-hidden />
            {t.waits[step.waits]}
          </span>
        )}
        {step.error !== null && (
          <span className="inline-flex items-center gap-1.5 text-danger-text">
            <CircleAlert className="size-3.5" aria-hidden />
            {t.error}
          </span>
        )}
      </div>
    </>
  );
}
