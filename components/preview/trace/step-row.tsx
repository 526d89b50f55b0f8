"use client";

import { ChevronRight, CircleAlert, Hourglass, LogOut } from "lucide-react";
import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { JsonView } from "#components/conversations/json-view.tsx";
import { toNodeLook } from "#components/conversations/node-look.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { FAMILY_TEXT } from "#components/ui/family-hues.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { PreviewStep } from "../engine/preview-talk.ts";
import { previewMessages } from "../messages.ts";
import { useNodeFaces } from "../preview-context.ts";
import { MatchView, toMatch } from "./match-view.tsx";

/** One visit: which node, which way out, how long. A click shows the node on the canvas and what went in and out. */
export function StepRow({ step }: { readonly step: PreviewStep }) {
  const t = useTexts(previewMessages).trace;
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const builder = useBuilderStore();
  const face = useNodeFaces()(step);
  const [isOpen, setOpen] = useState(step.error !== null);
  const isSelected = useBuilder(
    (state) => state.flowId === step.flowId && state.selection.nodes.has(step.nodeId),
  );
  const flowName = useBuilder(({ bundle }) => nameFlow(bundle, step.flowId));
  const look = toNodeLook(step.kind, locale);
  const title = face?.title ?? look.title;
  const port = step.port === null ? null : (face?.ports.get(step.port) ?? look.ports[step.port] ?? step.port);

  const show = () => {
    setOpen(!isOpen);
    builder.getState().focus({ flowId: step.flowId, nodeId: step.nodeId });
  };
  return (
    <li className={joinClasses("rounded-sm", isSelected && "bg-accent-soft")}>
      <button
        type="button"
        onClick={show}
        aria-expanded={isOpen}
        title={t.locate(title)}
        className="flex min-h-7 w-full items-center gap-1.5 rounded-sm px-1.5 py-0.5 text-left text-sm hover:bg-hover"
      >
        <ChevronRight
          className={joinClasses("size-3.5 shrink-0 text-ink-3 transition-transform", isOpen && "rotate-90")}
          aria-hidden
        />
        <span className={joinClasses("shrink-0", FAMILY_TEXT[look.family])}>
          <NodeIcon name={look.icon} className="size-4" />
        </span>
        <span className="min-w-0 truncate text-ink">{title}</span>
        {step.flowId !== MAIN_FLOW_ID && (
          <span className="shrink-0 text-xs text-ink-3">{t.subflow(flowName)}</span>
        )}
        <span className="ml-auto flex min-w-0 shrink-0 items-center gap-1 pl-2 text-xs text-ink-2">
          {step.error !== null && <CircleAlert className="size-3.5 text-danger-text" aria-label={t.error} />}
          {port !== null && <LogOut className="size-3 text-ink-3" aria-hidden />}
          {port !== null && <span className="max-w-32 truncate">{port}</span>}
          {step.waits !== null && <Hourglass className="size-3 text-ink-3" aria-hidden />}
          {step.waits !== null && t.waits[step.waits]}
          {step.ms !== null && <span className="text-ink-3">{formats.ms(step.ms)}</span>}
        </span>
      </button>
      {isOpen && <StepDetails step={step} nameOf={(id) => face?.ports.get(id) ?? id} />}
    </li>
  );
}

type StepDetailsProps = { readonly step: PreviewStep; nameOf(id: string): string };

function StepDetails({ step, nameOf }: StepDetailsProps) {
  const t = useTexts(previewMessages).trace;
  const match = toMatch(step.output);
  return (
    <div className="flex flex-col gap-1.5 pb-2 pl-6 pr-1.5 pt-0.5 empty:hidden">
      {step.error !== null && (
        <p className="rounded-sm bg-danger-soft px-2.5 py-1.5 text-sm text-danger-text [overflow-wrap:anywhere]">
          <code className="mr-2 font-mono">{step.error.code}</code>
          {step.error.message}
        </p>
      )}
      {step.input !== null && <JsonView label={t.input} copyLabel={t.copyInput} value={step.input} />}
      {match !== null && <MatchView match={match} nameOf={nameOf} />}
      {match === null && step.output !== null && (
        <JsonView label={t.output} copyLabel={t.copyOutput} value={step.output} />
      )}
    </div>
  );
}
