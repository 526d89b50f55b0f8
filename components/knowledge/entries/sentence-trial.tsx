"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Sparkles, X } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPCClient } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { EntryBadges } from "./entry-badges.tsx";
import { entryMessages } from "./messages.ts";
import { toQuestion } from "./to-question.ts";

type Trial = Outputs["knowledge"]["trySentence"];
type Matched = Extract<Trial, { readonly type: "matched" }>;

/** A base that is being learned is asked again after this. */
const LEARNING_MS = 700;
const SENTENCE_CHARS_MAX = 2_000;
const OUTCOMES = { sure: "success", suggest: "warn", none: "neutral" } as const;

type SentenceTrialProps = { readonly baseId: string; toHref(entryId: string): string };

/** What a customer's sentence would find, drafts included. */
export function SentenceTrial({ baseId, toHref }: SentenceTrialProps) {
  const t = useTexts(entryMessages).trial;
  const toErrorText = useErrorText();
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<{ readonly text: string; readonly turn: number } | null>(null);
  const trial = useQuery({
    queryKey: ["knowledge-trial", baseId, asked],
    queryFn: () => client.knowledge.trySentence.mutate({ baseId, text: asked?.text ?? "" }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.type === "learning" ? LEARNING_MS : false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The same sentence may be tried again after a change.
    if (text.trim()) setAsked((before) => ({ text: text.trim(), turn: (before?.turn ?? 0) + 1 }));
  };
  return (
    <section aria-label={t.title} className="mb-5 rounded-lg border border-line bg-surface px-4 py-3">
      <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
        <label htmlFor="sentence-trial" className="w-full text-sm sm:w-auto font-medium text-ink">
          {t.title}
        </label>
        <input
          id="sentence-trial"
          className={`${INPUT_CLASSES} min-w-40 flex-1`}
          placeholder={t.placeholder}
          maxLength={SENTENCE_CHARS_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" icon={Sparkles} isBusy={trial.isFetching} disabled={text.trim() === ""}>
          {t.go}
        </Button>
      </form>
      {asked && (
        <div aria-live="polite" className="relative mt-3 pr-9">
          <IconButton
            icon={X}
            label={t.close}
            onClick={() => setAsked(null)}
            className="absolute -top-1 right-0"
          />
          {trial.isError ? (
            <p className="text-sm text-danger-text">{toErrorText(trial.error)}</p>
          ) : trial.data?.type === "matched" ? (
            <Result result={trial.data} toHref={toHref} />
          ) : (
            <p className="text-sm text-ink-3">{t.learning}</p>
          )}
        </div>
      )}
    </section>
  );
}

type ResultProps = { readonly result: Matched; toHref(entryId: string): string };

function Result({ result, toHref }: ResultProps) {
  const t = useTexts(entryMessages).trial;
  const locale = usePreferences((state) => state.locale);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={OUTCOMES[result.outcome]} hasDot>
          {t.outcomes[result.outcome]}
        </Badge>
        {result.reasons && (
          <span className="text-ink-2">
            {t.reasons(result.reasons.terms.join(" + "), result.reasons.example)}
          </span>
        )}
      </div>
      {result.candidates.length === 0 ? (
        <p className="mt-2 text-sm text-ink-2">{t.nothing}</p>
      ) : (
        <ol className="mt-2 flex flex-col gap-1.5">
          {result.candidates.map((candidate) => (
            <li key={candidate.entryId} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <ScoreBar score={candidate.score} />
              <Link
                href={toHref(candidate.entryId)}
                scroll={false}
                className="min-w-0 truncate text-accent-text hover:underline"
              >
                {toQuestion(candidate.question, locale)}
              </Link>
              <EntryBadges entry={{ ...candidate, isStale: false }} />
            </li>
          ))}
        </ol>
      )}
      <p className="mt-2 text-xs text-ink-3">{t.note}</p>
    </>
  );
}

function ScoreBar({ score }: { readonly score: number }) {
  const t = useTexts(entryMessages).trial;
  const percent = Math.round(score * 100);
  return (
    <span className="flex w-28 shrink-0 items-center gap-2 sm:w-38">
      <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-18 whitespace-nowrap text-right text-xs text-ink-2">{t.score(percent)}</span>
    </span>
  );
}
