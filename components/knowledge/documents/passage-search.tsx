"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { COVERAGE_MIN, coversEnough } from "#flows/nodes/kb-search/covers-enough.ts";
import { documentMessages } from "./messages.ts";

const QUESTION_CHARS_MAX = 500;

type Hit = Outputs["knowledge"]["document"]["search"]["hits"][number];

type PassageSearchProps = { readonly baseId: string; toHref(hit: Hit): string };

/** Asks the documents as a customer would; what would be quoted is marked. */
export function PassageSearch({ baseId, toHref }: PassageSearchProps) {
  const t = useTexts(documentMessages).trial;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const search = useQuery(
    trpc.knowledge.document.search.queryOptions(
      { baseIds: [baseId], question: asked || "-" },
      { enabled: asked !== "", placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === asked) void search.refetch();
    else setAsked(text.trim());
  };
  return (
    <section aria-label={t.title} className="rounded-lg border border-line bg-surface px-4 py-3">
      <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
        <label htmlFor="passage-search" className="w-full text-sm sm:w-auto font-medium text-ink">
          {t.title}
        </label>
        <input
          id="passage-search"
          className={`${INPUT_CLASSES} min-w-40 flex-1`}
          placeholder={t.placeholder}
          maxLength={QUESTION_CHARS_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" icon={Search} isBusy={search.isFetching} disabled={text.trim() === ""}>
          {t.go}
        </Button>
      </form>
      {asked !== "" && (
        <div aria-live="polite" className="mt-3 text-sm">
          {search.isError && <p className="text-danger-text">{toErrorText(search.error)}</p>}
          {search.data?.hits.length === 0 && <p className="text-ink-2">{t.nothing}</p>}
          <ol className="flex flex-col gap-3">
            {search.data?.hits.map((hit) => (
              <li key={hit.passageId}>
                <Link
                  href={toHref(hit)}
                  scroll={false}
                  className="font-medium text-accent-text hover:underline"
                >
                  {[hit.title, ...hit.titlePath].join(" › ")}
                </Link>
                <span className="ml-2 text-xs text-ink-3">
                  {t.coverage(Math.round(hit.coverage * 100))}
                  {hit.likeness !== undefined && ` · ${t.likeness(hit.likeness.toFixed(2))}`}
                </span>
                {!coversEnough(hit) && (
                  <span className="ml-2 text-xs text-warn-text">{t.tooLittle(COVERAGE_MIN * 100)}</span>
                )}
                <p className="mt-0.5 line-clamp-4 whitespace-pre-wrap text-ink-2">
                  <Quoted text={hit.text} answer={hit.answer} />
                </p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

/** The answer is cut from the passage word for word; where it was joined of several sentences, it stands on its own. */
function Quoted({ text, answer }: { readonly text: string; readonly answer: string }) {
  const at = answer === "" ? -1 : text.indexOf(answer);
  if (at === -1) return <>{answer || text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-xs bg-warn-soft text-warn-text">{answer}</mark>
      {text.slice(at + answer.length)}
    </>
  );
}
