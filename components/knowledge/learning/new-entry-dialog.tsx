"use client";

import Link from "next/link";
import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import { learningMessages } from "./messages.ts";
import { useBaseChoice } from "./use-base-choice.ts";
import type { Decisions } from "./use-decisions.ts";

type NewEntryDialogProps = {
  readonly clusterId: string;
  readonly title: string;
  readonly nearBaseId: string | null;
  /** Ticked questions, the standard one among them or not. */
  readonly texts: readonly string[];
  readonly decisions: Decisions;
  onClose(): void;
};

/** Asks where a new entry belongs and how it is called; its answer is written in the editor. */
export function NewEntryDialog({
  clusterId,
  title,
  nearBaseId,
  texts,
  decisions,
  onClose,
}: NewEntryDialogProps) {
  const t = useTexts(learningMessages);
  const formId = useId();
  const { isPending, bases, baseId, choose } = useBaseChoice(nearBaseId);
  const [question, setQuestion] = useState(title);
  const [locale, setLocale] = useState<Locale>(/\p{Script=Han}/u.test(title) ? "zh-CN" : "en");
  const similar = texts.filter((text) => text !== question.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (baseId === null || question.trim() === "") return;
    void decisions
      .newEntry({ clusterId, baseId, locale, question: question.trim(), similar })
      .then((answer) => answer !== null && onClose());
  };
  const isEmpty = !isPending && baseId === null;
  return (
    <Dialog
      isOpen
      title={t.dialogTitle}
      description={isEmpty ? t.pickBase : t.dialogLead}
      onClose={onClose}
      footer={
        isEmpty ? (
          <Button look="primary" asChild>
            <Link href="/knowledge">{t.toBases}</Link>
          </Button>
        ) : (
          <Button
            look="primary"
            type="submit"
            form={formId}
            isBusy={decisions.isBusy}
            disabled={baseId === null || question.trim() === ""}
          >
            {t.create}
          </Button>
        )
      }
    >
      {!isEmpty && (
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          <TextField
            label={t.question}
            value={question}
            maxLength={500}
            autoFocus
            onChange={(event) => setQuestion(event.target.value)}
          />
          <div className="flex flex-wrap items-center gap-3">
            {baseId !== null && (
              <Select
                label={t.base}
                className="min-w-40 max-w-full"
                value={baseId}
                options={bases.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={choose}
              />
            )}
            <Segmented<Locale>
              label={t.language}
              value={locale}
              options={LOCALES.map((value) => ({ value, label: t.locales[value] }))}
              onChange={setLocale}
            />
          </div>
          {similar.length > 0 && <p className="text-sm text-ink-2">{t.withSimilar(similar.length)}</p>}
        </form>
      )}
    </Dialog>
  );
}
