"use client";

import { useEffect, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import type { UndoRewind } from "../create-preview.ts";
import type { PreviewEntry } from "../engine/preview-talk.ts";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { TurnTrace } from "../trace/turn-trace.tsx";
import { NewsLine } from "./news-line.tsx";
import { SKINS } from "./skins.ts";
import { TalkEntry } from "./talk-entry.tsx";

type TalkViewProps = {
  /** The button that was pressed is gone with its turn: the focus has to go somewhere. */
  onRewound(): void;
};

/** The talk turn by turn: what was said, and under it the way that it took. */
export function TalkView({ onRewound }: TalkViewProps) {
  const t = useTexts(previewMessages);
  const { send, goOnFrom, askAgain } = usePreview();
  const marks = usePreviewStore((state) => state.talk.marks);
  const entries = usePreviewStore((state) => state.talk.entries);
  const turns = usePreviewStore((state) => state.talk.turns);
  const isBusy = usePreviewStore((state) => state.isBusy);
  const isLearning = usePreviewStore((state) => state.isLearning);
  const channel = usePreviewStore((state) => state.settings.channel);
  const region = useRef<HTMLElement>(null);
  const skin = SKINS[channel];
  const lastSaid = entries.findLast(({ type }) => type !== "news");
  const numbers = [...new Set([...turns.map(({ number }) => number), ...entries.map(({ turn }) => turn)])];

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added is scrolled to
  useEffect(() => {
    const { current } = region;
    if (current) current.scrollTop = current.scrollHeight;
  }, [entries, turns]);

  const tell = (done: string, undo: UndoRewind | null) => {
    const act = () => void (undo?.() === false && showFailure(t.rewind.over));
    showSuccess(done, ...(undo ? [{ label: t.rewind.undo, act }] : []));
    onRewound();
  };
  const goBack = (number: number) => tell(t.rewind.done(number), goOnFrom(number));
  const repeat = (number: number) => tell(t.rewind.asked(number), askAgain(number));
  const isMarked = (number: number) => marks.some(({ turn }) => turn === number);
  const toNode = (entry: PreviewEntry) => {
    if (entry.type === "news")
      return entry.news.type === "draft-changed" ? null : <NewsLine news={entry.news} />;
    return (
      <TalkEntry
        opensSources
        entry={entry}
        skin={skin}
        t={t}
        isOpen={entry === lastSaid}
        onPick={(text, choice) => void send(text, choice)}
      />
    );
  };

  return (
    <ScrollRegion ref={region} label={t.tabs.chat} className={joinClasses("min-h-0 flex-1", skin.ground)}>
      <div role="log" aria-live="polite" className="flex flex-col gap-3 p-3">
        {numbers.map((number) => {
          const turn = turns.find((candidate) => candidate.number === number);
          return (
            <div key={number} className="flex flex-col gap-2">
              {entries.map(
                (entry, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows
                  entry.turn === number && <div key={index}>{toNode(entry)}</div>,
              )}
              {turn && (
                <TurnTrace
                  turn={turn}
                  isOpenAtFirst={turn === turns.at(-1)}
                  onGoOn={isMarked(number) ? () => goBack(number) : undefined}
                  onAskAgain={
                    turn.cause === "message" && isMarked(number - 1) ? () => repeat(number) : undefined
                  }
                />
              )}
            </div>
          );
        })}
        {isBusy && (
          <p className="flex items-center gap-1.5 text-sm text-ink-3" role="status">
            <span className="size-1.5 animate-pulse rounded-full bg-accent" aria-hidden />
            {isLearning ? t.learning : t.thinking}
          </p>
        )}
      </div>
    </ScrollRegion>
  );
}
