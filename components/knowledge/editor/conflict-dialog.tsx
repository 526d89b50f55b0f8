"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { SideCard } from "../conflict/side-card.tsx";
import type { EntryContent, EntryField } from "./entry-draft.ts";
import { editorMessages } from "./messages.ts";
import { toValueLines } from "./to-value-lines.ts";
import type { Conflict, Side } from "./use-entry-editor.ts";
import { useValueNames } from "./use-value-names.ts";

type Choices = Readonly<Partial<Record<EntryField, Side>>>;

type ConflictDialogProps = {
  readonly baseId: string;
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  onSettle(choices: Choices): void;
  /** Two different new ones, begun from one draft, are two entries. */
  onSaveApart(): void;
  /** Nothing is saved; what was typed stays in the form. */
  onClose(): void;
};

/** Two people, or one in two tabs, wrote the same at once: both sides in full, one choice a field. */
export function ConflictDialog({
  baseId,
  conflict,
  isBusy,
  onSettle,
  onSaveApart,
  onClose,
}: ConflictDialogProps) {
  const t = useTexts(editorMessages);
  const ui = useTexts(uiMessages);
  const [choices, setChoices] = useState<Choices>({});
  const isOfNew = conflict.entryId !== undefined;
  // What is saved of a new one may be from one's own other tab.
  const names = isOfNew ? { mine: t.here, theirs: t.alreadySaved } : { mine: t.mine, theirs: t.theirs };
  const values = useValueNames(baseId);
  const toText = (field: EntryField, value: unknown): string => {
    // as: the server names a field together with values of that field.
    const lines = toValueLines(field, { [field]: value } as Partial<EntryContent>, values);
    return lines.length > 0 ? lines.join("\n") : t.emptyValue;
  };
  const isDecided = conflict.fields.every(({ field }) => choices[field] !== undefined);
  return (
    <Dialog
      isOpen
      title={isOfNew ? t.savedTitle : t.conflictTitle}
      description={isOfNew ? t.savedLead : t.conflictLead}
      width="lg"
      onClose={onClose}
      footer={
        // On a phone three buttons need two lines.
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{ui.cancel}</Button>
          {isOfNew && (
            <Button isBusy={isBusy} onClick={onSaveApart}>
              {t.saveApart}
            </Button>
          )}
          <Button look="primary" disabled={!isDecided} isBusy={isBusy} onClick={() => onSettle(choices)}>
            {t.settle}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-4">
        {conflict.fields.map(({ field, mine, theirs }) => (
          <section key={field} aria-label={t.fields[field]}>
            <h3 className="mb-1.5 text-sm font-semibold text-ink">{t.fields[field]}</h3>
            <div className="grid gap-2 sm:grid-cols-2">
              {(["mine", "theirs"] as const).map((side) => (
                <SideCard
                  key={side}
                  name={names[side]}
                  text={toText(field, side === "mine" ? mine : theirs)}
                  isChosen={choices[field] === side}
                  onChoose={() => setChoices({ ...choices, [field]: side })}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
