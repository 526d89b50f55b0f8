"use client";

import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { graphMessages } from "./messages.ts";
import type { Fact } from "./use-decisions.ts";

/** A fact in one line, for names of controls. */
export const toFactLine = ({ subjectName, predicate, objectName, value }: Fact): string =>
  `${subjectName} · ${predicate} · ${objectName ?? value ?? ""}`;

const CONTEXT_CHARS = 60;

/** One place that says a fact. */
export type Saying = Omit<Fact["doubles"][number], "factId">;

type SnippetProps = { readonly fact: Saying; readonly baseId: string };

/** The words that say so, with what stands around them and the way to the document. */
export function FactSource({ fact, baseId }: SnippetProps) {
  const t = useTexts(graphMessages);
  if (fact.documentId === null) return <p className="text-xs text-ink-3">{t.byPeople}</p>;
  const heading = [fact.documentName, ...(fact.titlePath ?? [])].filter(Boolean).join(" › ");
  const query = fact.passageId === null ? "" : `&passage=${fact.passageId}`;
  return (
    <div className="text-sm text-ink-2">
      {fact.passage !== null && <Words fact={fact} passage={fact.passage} />}
      <Link
        href={`/knowledge/${baseId}?tab=documents&document=${fact.documentId}${query}`}
        className="text-xs text-ink-3 hover:text-accent-text hover:underline"
      >
        {heading}
      </Link>
    </div>
  );
}

function Words({ fact, passage }: { readonly fact: Saying; readonly passage: string }) {
  const t = useTexts(graphMessages);
  const { spanFrom: from, spanTo: to, quote } = fact;
  // What stands in a heading has no place in the passage; neither has what the document no longer says.
  if (to === 0 || passage.slice(from, to) !== quote)
    return (
      <p className="truncate">
        {to === 0 && `${t.heading}: `}
        <mark className="rounded-xs bg-warn-soft text-warn-text">{quote}</mark>
      </p>
    );
  // The row or the line that says so is enough to judge by.
  const lineEnd = passage.indexOf("\n", to);
  const start = Math.max(passage.lastIndexOf("\n", from - 1) + 1, from - CONTEXT_CHARS);
  const end = Math.min(lineEnd === -1 ? passage.length : lineEnd, to + CONTEXT_CHARS);
  return (
    <p className="line-clamp-2 break-words">
      {start > 0 && passage[start - 1] !== "\n" && "…"}
      {passage.slice(start, from)}
      <mark className="rounded-xs bg-warn-soft text-warn-text">{quote}</mark>
      {passage.slice(to, end)}
      {end < passage.length && passage[end] !== "\n" && "…"}
    </p>
  );
}
