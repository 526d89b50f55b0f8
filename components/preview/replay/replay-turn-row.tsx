"use client";

import { Crosshair, Undo2 } from "lucide-react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { MessageParts } from "#components/conversations/message-parts.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Part } from "#flows/kernel/protocol.ts";
import type { ReplayedTurn } from "../engine/replay-recording.ts";
import { type PreviewTexts, previewMessages } from "../messages.ts";

type ReplayTurnRowProps = {
  readonly turn: ReplayedTurn;
  readonly isFirst: boolean;
  onShow(): void;
  /** Goes on by hand from where the draft stands after this turn. */
  onGoOn(turn: ReplayedTurn): void;
};

/** One turn, then and now. The first that differs is where to look. */
export function ReplayTurnRow({ turn, isFirst, onShow, onGoOn }: ReplayTurnRowProps) {
  const { replays: t, rewind } = useTexts(previewMessages);
  const goOnFrom = rewind.goOn;
  const builder = useBuilderStore();
  const { place, isSame } = turn;
  const show = () => {
    if (place) builder.getState().focus(place);
    onShow();
  };
  return (
    <li
      data-differs={isSame ? undefined : ""}
      className={joinClasses(
        "rounded-md border p-2.5",
        isFirst ? "border-warn bg-warn-soft" : isSame ? "border-line" : "border-line-strong",
      )}
    >
      <div className="flex items-center gap-2 pb-1 text-sm">
        <span className="shrink-0 text-ink-3">{t.turn(turn.number)}</span>
        <span className="mr-auto min-w-0 truncate font-medium text-ink">{toHeading(turn, t)}</span>
        <IconButton icon={Undo2} label={goOnFrom} onClick={() => onGoOn(turn)} className="-my-1.5 -mr-1" />
      </div>
      {isSame ? (
        <Said messages={turn.recorded} silent={t.silent} />
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <Said messages={turn.recorded} silent={t.silent} />
          {place === null ? (
            <Said messages={turn.draft} silent={t.silent} />
          ) : (
            <button
              type="button"
              onClick={show}
              className="-m-1 flex items-start justify-between gap-2 rounded-sm p-1 text-left hover:bg-hover"
            >
              <Said messages={turn.draft} silent={t.silent} />
              <Crosshair className="mt-0.5 size-4 shrink-0 text-ink-3" aria-label={t.focus} />
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function toHeading({ event }: ReplayedTurn, t: PreviewTexts["replays"]): string {
  if (event.type === "conversation-started") return t.started;
  if (event.type === "message-received") return event.text || (event.choice ?? "");
  return event.type === "timer-fired" ? t.timer : t.result;
}

type SaidProps = { readonly messages: readonly (readonly Part[])[]; readonly silent: string };

function Said({ messages, silent }: SaidProps) {
  if (messages.length === 0) return <span className="text-sm text-ink-3">{silent}</span>;
  return (
    <span className="flex min-w-0 flex-col gap-1.5 text-sm text-ink">
      {messages.map((parts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finished turn never changes
        <MessageParts key={index} parts={parts} />
      ))}
    </span>
  );
}
