"use client";

import { type ReactNode, useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import { EntriesField, FOUND_SHOWN } from "./entries-field.tsx";
import { cycleEntry, type LabelDraft, listQuestions, toLabel } from "./label-draft.ts";
import { labelMessages } from "./messages.ts";
import { useLabelKeys } from "./use-label-keys.ts";
import type { FoundEntry } from "./use-label-queue.ts";

const SCOPES = ["yes", "no", "unsure"] as const;
const VERDICTS = ["right", "partly", "wrong", "none", "unsure"] as const;

export type Label = NonNullable<ReturnType<typeof toLabel>>;

type LabelFormProps = {
  readonly found: readonly FoundEntry[];
  readonly initial: LabelDraft;
  readonly isBusy: boolean;
  onSave(label: Label, draft: LabelDraft): void;
  onSkip?(): void;
  onUndo?(): void;
  /** What stands below; it is told what would be saved, null while something is missing. */
  footer(label: Label | null, save: () => void): ReactNode;
};

/** The questions about one item, by mouse, touch or keys alone. */
export function LabelForm({ found, initial, isBusy, onSave, onSkip, onUndo, footer }: LabelFormProps) {
  const t = useTexts(labelMessages);
  const [draft, setDraft] = useState(initial);
  const [active, setActive] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  const questions = listQuestions(draft);
  const label = toLabel(draft);
  const save = () => {
    if (label !== null && !isBusy) onSave(label, draft);
  };
  /** One choice is one answer: the next question is asked. */
  const answer = (part: Partial<LabelDraft>, next: number) => {
    setDraft((known) => ({ ...known, ...part }));
    setActive(next);
  };
  const pickByDigit = (digit: number) => {
    const question = questions[Math.min(active, questions.length - 1)];
    const scope = SCOPES[digit - 1];
    const verdict = VERDICTS[digit - 1];
    const entry = found.slice(0, FOUND_SHOWN)[digit - 1];
    if (question === "scope" && scope) answer({ scope }, 1);
    else if (question === "verdict" && verdict) answer({ verdict }, 2);
    else if (question === "entries" && entry) setDraft(cycleEntry(draft, entry));
    else if (question === "entries" && digit === 0) setDraft({ ...draft, entries: "none", relevant: [] });
    else if (question === "entries" && digit === 9) setDraft({ ...draft, entries: "unsure", relevant: [] });
  };
  useLabelKeys(form, {
    onDigit: pickByDigit,
    onMove: (step) => setActive((at) => Math.max(0, Math.min(questions.length - 1, at + step))),
    onSave: save,
    ...(onSkip ? { onSkip } : {}),
    ...(onUndo ? { onUndo } : {}),
  });
  return (
    <div ref={form} className="flex flex-col gap-4">
      <ChoiceRow
        label={t.questions.scope}
        value={draft.scope}
        isActive={active === 0}
        options={SCOPES.map((value, at) => ({ value, label: t.scope[value], key: String(at + 1) }))}
        onChange={(scope) => answer({ scope }, 1)}
      />
      <ChoiceRow
        label={t.questions.verdict}
        value={draft.verdict}
        isActive={active === 1 || (active > 1 && !questions.includes("entries"))}
        options={VERDICTS.map((value, at) => ({ value, label: t.verdict[value], key: String(at + 1) }))}
        onChange={(verdict) => answer({ verdict }, 2)}
      />
      {questions.includes("entries") && (
        <EntriesField found={found} draft={draft} isActive={active === 2} onChange={setDraft} />
      )}
      <TextAreaField
        label={t.note}
        rows={1}
        maxLength={1_000}
        value={draft.note}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
      />
      {footer(label, save)}
    </div>
  );
}
