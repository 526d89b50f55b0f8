"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { Talk, TalkTurn } from "./conversation-view.tsx";
import { conversationMessages } from "./messages.ts";
import { TraceStep } from "./trace-step.tsx";

type TracePaneProps = {
  readonly turns: readonly TalkTurn[];
  readonly turn: number | null;
  readonly titles: Talk["titles"];
  onChoose(turn: number): void;
};

/** What the bot did in one turn, step by step. */
export function TracePane({ turns, turn, titles, onChoose }: TracePaneProps) {
  const t = useTexts(conversationMessages);
  const formats = useFormats();
  const place = turns.findIndex((candidate) => candidate.number === turn);
  const shown = turns[place];
  const before = turns[place - 1];
  const after = place < 0 ? undefined : turns[place + 1];
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-4 md:px-5">
        <h3 className="font-semibold text-ink">{t.trace}</h3>
        {shown && (
          <p className="truncate text-sm text-ink-2" title={formats.dateTime(shown.at)}>
            {t.turn(shown.number)} · {t.steps(shown.steps.length)} · {t.took(formats.ms(shown.durationMs))}
          </p>
        )}
        <span className="ml-auto flex">
          <IconButton
            icon={ChevronLeft}
            label={t.previousTurn}
            disabled={!before}
            onClick={() => before && onChoose(before.number)}
          />
          <IconButton
            icon={ChevronRight}
            label={t.nextTurn}
            disabled={!after}
            onClick={() => after && onChoose(after.number)}
          />
        </span>
      </header>
      <ScrollRegion label={t.trace} className="min-h-0 flex-1 px-4 py-4 md:px-5">
        {!shown ? (
          <p className="py-8 text-center text-ink-2">{t.noTurn}</p>
        ) : shown.steps.length === 0 ? (
          <p className="py-8 text-center text-ink-2">{t.noSteps}</p>
        ) : (
          <ol key={shown.number}>
            {shown.steps.map((step, index) => (
              <TraceStep
                // biome-ignore lint/suspicious/noArrayIndexKey: a committed turn never changes
                key={index}
                step={step}
                title={findTitle(titles, step)}
                flowName={findTitle(titles, { flowId: step.flowId, nodeId: null }) ?? step.flowId}
                isLast={index === shown.steps.length - 1}
              />
            ))}
          </ol>
        )}
      </ScrollRegion>
    </div>
  );
}

type Place = Pick<Talk["titles"][number], "flowId" | "nodeId">;

const findTitle = (titles: Talk["titles"], { flowId, nodeId }: Place): string | null =>
  titles.find((title) => title.flowId === flowId && title.nodeId === nodeId)?.title ?? null;
