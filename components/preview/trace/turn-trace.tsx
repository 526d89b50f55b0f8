"use client";

import { ChevronsDownUp, ChevronsUpDown, RotateCw, Undo2 } from "lucide-react";
import { useState } from "react";
import { toNodeLook } from "#components/conversations/node-look.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { FAMILY_TEXT } from "#components/ui/family-hues.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import type { PreviewTurn } from "../engine/preview-talk.ts";
import { previewMessages } from "../messages.ts";
import { StepRow } from "./step-row.tsx";

/** Icons of the path shown in one line; the rest is a number. */
const ICONS_MAX = 8;

const ACT = "!size-7 text-ink-3 [&_svg]:size-3.5";

type TurnTraceProps = {
  readonly turn: PreviewTurn;
  readonly isOpenAtFirst: boolean;
  /** Absent where there is nothing to go back to. */
  readonly onGoOn?: (() => void) | undefined;
  readonly onAskAgain?: (() => void) | undefined;
};

/** The way that one turn took: folded to a line of icons, opened to its steps. */
export function TurnTrace({ turn, isOpenAtFirst, onGoOn, onAskAgain }: TurnTraceProps) {
  const { trace: t, rewind } = useTexts(previewMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const isShown = isOpen ?? isOpenAtFirst;
  if (turn.steps.length === 0) return null;
  const hasFailed = turn.steps.some(({ error }) => error !== null);
  return (
    <section
      aria-label={`${t.causes[turn.cause]} ${turn.text}`}
      className="rounded-md border border-line bg-canvas"
    >
      <div className="flex items-center">
        <button
          type="button"
          aria-expanded={isShown}
          onClick={() => setOpen(!isShown)}
          className="flex h-7 min-w-0 flex-1 items-center gap-1.5 rounded-md px-2 text-xs text-ink-3 hover:text-ink"
        >
          <span className="flex min-w-0 items-center gap-1 overflow-hidden">
            {!isShown &&
              turn.steps.slice(-ICONS_MAX).map((step) => {
                const look = toNodeLook(step.kind, locale);
                return (
                  <span
                    key={step.index}
                    className={joinClasses(
                      "shrink-0",
                      step.error ? "text-danger-text" : FAMILY_TEXT[look.family],
                    )}
                  >
                    <NodeIcon name={look.icon} className="size-3.5" />
                  </span>
                );
              })}
            {isShown && t.causes[turn.cause]}
          </span>
          <span className={joinClasses("ml-auto shrink-0", hasFailed && "text-danger-text")}>
            {t.steps(turn.steps.length)}
            {turn.ms > 0 && ` · ${formats.ms(turn.ms)}`}
          </span>
          {isShown ? (
            <ChevronsDownUp className="size-3.5 shrink-0" aria-label={t.hide} />
          ) : (
            <ChevronsUpDown className="size-3.5 shrink-0" aria-label={t.show} />
          )}
        </button>
        {onAskAgain && (
          <IconButton icon={RotateCw} label={rewind.again} onClick={onAskAgain} className={ACT} />
        )}
        {onGoOn && <IconButton icon={Undo2} label={rewind.goOn} onClick={onGoOn} className={ACT} />}
      </div>
      {isShown && (
        <ol className="border-t border-line p-1">
          {turn.steps.map((step) => (
            <StepRow key={step.index} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}
