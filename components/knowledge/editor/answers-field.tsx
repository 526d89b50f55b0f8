"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { AREA_CLASSES } from "#components/ui/text-area-field.tsx";
import { CHANNELS } from "#flows/kernel/channels.ts";
import { LOCALES } from "#flows/kernel/text.ts";
import { entryMessages } from "../entries/messages.ts";
import { type DraftAnswer, findAnswerTwice } from "./entry-draft.ts";
import { formMessages } from "./form-messages.ts";

/** A select cannot hold null. */
const EVERY = "every";
const ANSWER_CHARS_MAX = 20_000;

type AnswersFieldProps = {
  readonly answers: readonly DraftAnswer[];
  onChange(answers: readonly DraftAnswer[]): void;
};

/** One text a language; a channel that reads otherwise gets its own. */
export function AnswersField({ answers, onChange }: AnswersFieldProps) {
  const t = useTexts(formMessages);
  const e = useTexts(entryMessages);
  const free = findFree(answers);
  const twice = findAnswerTwice(answers);
  const change = (index: number, part: Partial<DraftAnswer>) =>
    onChange(answers.map((answer, at) => (at === index ? { ...answer, ...part } : answer)));
  return (
    <section aria-label={t.answersTitle} className="flex flex-col gap-2">
      <div>
        <h3 className="text-sm font-medium text-ink">{t.answersTitle}</h3>
        <p className="text-sm text-ink-3">{t.answersHint}</p>
      </div>
      {answers.map((answer, index) => {
        const channel = answer.channel === null ? e.everyChannel : e.channels[answer.channel];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: answers have no id, and their place is all that tells two blank ones apart
          <div key={index} className="rounded-md border border-line p-2">
            <div className="mb-2 flex items-center gap-2">
              <Select
                size="sm"
                label={t.answerLocale}
                value={answer.locale}
                options={LOCALES.map((value) => ({ value, label: e.locales[value] }))}
                onChange={(locale) => change(index, { locale })}
              />
              <Select<(typeof CHANNELS)[number] | typeof EVERY>
                size="sm"
                label={t.answerChannel}
                value={answer.channel ?? EVERY}
                options={[
                  { value: EVERY, label: e.everyChannel },
                  ...CHANNELS.map((value) => ({ value, label: e.channels[value] })),
                ]}
                onChange={(next) => change(index, { channel: next === EVERY ? null : next })}
              />
              <span className="flex-1" />
              {answers.length > 1 && (
                <IconButton
                  icon={Trash2}
                  label={t.removeAnswer}
                  onClick={() => onChange(answers.filter((_, at) => at !== index))}
                />
              )}
            </div>
            <textarea
              aria-label={t.answer(e.locales[answer.locale], channel)}
              aria-invalid={twice === answer || undefined}
              className={`${AREA_CLASSES} field-sizing-content max-h-96 min-h-20`}
              rows={3}
              maxLength={ANSWER_CHARS_MAX}
              value={answer.text}
              onChange={(event) => change(index, { text: event.target.value })}
            />
          </div>
        );
      })}
      {twice && (
        <p role="alert" className="text-sm text-danger-text">
          {t.answerTwice}
        </p>
      )}
      {free && (
        <div>
          <Button look="ghost" size="sm" icon={Plus} onClick={() => onChange([...answers, free])}>
            {t.addAnswer}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The next pair of language and channel that has no answer yet: languages first. */
function findFree(answers: readonly DraftAnswer[]): DraftAnswer | null {
  const pairs = [null, ...CHANNELS].flatMap((channel) => LOCALES.map((locale) => ({ locale, channel })));
  const pair = pairs.find(
    ({ locale, channel }) =>
      !answers.some((answer) => answer.locale === locale && answer.channel === channel),
  );
  return pair ? { ...pair, text: "" } : null;
}
