"use client";

import { ArrowLeft, Trash2 } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type FaqEntry, faqEntrySchema } from "#flows/kernel/flow.ts";
import { type Text, textSchema } from "#flows/kernel/text.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { LinesInput } from "../lists/lines-input.tsx";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored } from "../templates/use-text-mode.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { useFaqHands } from "./use-faq-set.ts";

type FaqEntryFormProps = {
  readonly setId: string;
  readonly entry: FaqEntry;
  /** Beside the list there is nothing to go back to, but on a phone the form takes its place. */
  readonly hasBack: "always" | "on-phones";
  onBack(): void;
  onRemove(): void;
};

const CATEGORY_MAX_CHARS = faqEntrySchema.shape.category.unwrap().maxLength ?? 64;

/** One reviewed answer: the question, how else it is asked, what it is not, and the words of the answer. */
export function FaqEntryForm({ setId, entry, hasBack, onBack, onRemove }: FaqEntryFormProps) {
  const t = useTexts(understandingMessages).entry;
  const canEdit = useBuilder((state) => state.canEdit);
  const { update } = useFaqHands(setId);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const path = `faqSets.${setId}.${entry.id}`;
  const set = <Key extends keyof FaqEntry>(key: Key, value: FaqEntry[Key]) =>
    update(entry.id, key, (before) => ({ ...before, [key]: value }));
  return (
    <div className="flex flex-col gap-4 p-3">
      <div className="-mb-1 flex items-center justify-between gap-2">
        <Button
          look="ghost"
          size="sm"
          icon={ArrowLeft}
          className={hasBack === "always" ? "" : "md:hidden"}
          onClick={onBack}
        >
          {t.back}
        </Button>
        {hasBack === "on-phones" && (
          <span className="hidden font-mono text-xs text-ink-3 md:inline">{entry.id}</span>
        )}
        {canEdit && (
          <IconButton icon={Trash2} label={t.remove} className="size-7 text-ink-3" onClick={onRemove} />
        )}
      </div>
      <TextFieldEditor
        path={`${path}.question`}
        label={t.question}
        value={entry.question}
        isPlain
        isRequired
        isMultiline={false}
        canEdit={canEdit}
        onChange={(text) => set("question", toText(text))}
      />
      <TextFieldEditor
        path={`${path}.answer`}
        label={t.answer}
        help={t.answerHint}
        value={entry.answer}
        isPlain
        isRequired
        canEdit={canEdit}
        onChange={(text) => set("answer", toText(text))}
      />
      <FieldShell path={`${path}.similar`} label={t.similar} help={t.similarHint}>
        {(attributes) => (
          <LinesInput
            attributes={attributes}
            lines={entry.similar}
            isReadOnly={!canEdit}
            onChange={(lines) => set("similar", [...lines])}
          />
        )}
      </FieldShell>
      <Collapsible title={t.more} isOpen={isMoreOpen} onOpenChange={setMoreOpen}>
        <div className="flex flex-col gap-4">
          <FieldShell path={`${path}.negatives`} label={t.negatives} help={t.negativesHint}>
            {(attributes) => (
              <LinesInput
                attributes={attributes}
                lines={entry.negatives ?? []}
                isReadOnly={!canEdit}
                onChange={(lines) =>
                  update(entry.id, "negatives", ({ negatives: _before, ...rest }) =>
                    lines.length === 0 ? rest : { ...rest, negatives: [...lines] },
                  )
                }
              />
            )}
          </FieldShell>
          <FieldShell path={`${path}.category`} label={t.category}>
            {(attributes) => (
              <input
                {...attributes}
                className={INPUT}
                readOnly={!canEdit}
                maxLength={CATEGORY_MAX_CHARS}
                value={entry.category ?? ""}
                onChange={(event) =>
                  update(entry.id, "category", ({ category: _before, ...rest }) =>
                    event.target.value === "" ? rest : { ...rest, category: event.target.value },
                  )
                }
              />
            )}
          </FieldShell>
        </div>
      </Collapsible>
    </div>
  );
}

const toText = (text: Text): Text => textSchema.parse(toStored(text));
