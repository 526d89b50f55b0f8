"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { TEXTAREA } from "../form/control-classes.ts";
import type { ControlAttributes } from "../form/field-shell.tsx";
import { understandingMessages } from "../understanding/messages.ts";
import { listDoubles } from "./split-lines.ts";

type LinesInputProps = {
  readonly attributes: ControlAttributes;
  readonly lines: readonly string[];
  readonly placeholder?: string;
  /** Fewer lines than this deserve a warning; null where any number is fine. */
  readonly warnBelow?: number | null;
  readonly isReadOnly: boolean;
  onChange(lines: readonly string[]): void;
};

const ROWS_MIN = 3;
const ROWS_MAX = 12;

/** Many short texts, one a line: typed or pasted as a column, counted, doubles named. */
export function LinesInput(props: LinesInputProps) {
  const { attributes, lines, placeholder, warnBelow = null, isReadOnly, onChange } = props;
  const t = useTexts(understandingMessages);
  // Blank lines are part of typing, not of what is stored.
  const [draft, setDraft] = useState<string | null>(null);
  const isDraftCurrent = draft !== null && isSame(toLines(draft), lines);
  const doubles = listDoubles(lines);
  const [firstDouble] = doubles;
  return (
    <div className="flex flex-col gap-1">
      <textarea
        {...attributes}
        className={TEXTAREA}
        rows={Math.min(ROWS_MAX, Math.max(ROWS_MIN, lines.length + 1))}
        readOnly={isReadOnly}
        placeholder={placeholder ?? t.linesHint}
        value={isDraftCurrent ? draft : lines.join("\n")}
        onChange={(event) => {
          setDraft(event.target.value);
          onChange(toLines(event.target.value));
        }}
        onBlur={() => setDraft(null)}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-3 text-xs text-ink-3">
        <span className="text-warn-text">
          {firstDouble !== undefined ? (
            <>
              {t.doubles(doubles.length, firstDouble)}{" "}
              {!isReadOnly && (
                <button
                  type="button"
                  className="underline underline-offset-2"
                  onClick={() => {
                    setDraft(null);
                    onChange(withoutDoubles(lines));
                  }}
                >
                  {t.removeDoubles}
                </button>
              )}
            </>
          ) : (
            warnBelow !== null && lines.length < warnBelow && t.fewExamples
          )}
        </span>
        <span>{t.lines(lines.length)}</span>
      </div>
    </div>
  );
}

const toLines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);

function withoutDoubles(lines: readonly string[]): readonly string[] {
  const doubles = [...listDoubles(lines)];
  // The later one of two goes; equal texts are told apart by how often they may still go.
  return lines
    .toReversed()
    .filter((line) => {
      const at = doubles.lastIndexOf(line);
      if (at < 0) return true;
      doubles.splice(at, 1);
      return false;
    })
    .toReversed();
}
