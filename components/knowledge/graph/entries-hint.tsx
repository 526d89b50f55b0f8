"use client";

import Link from "next/link";
import { Fragment } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Notice } from "#components/ui/notice.tsx";
import { graphMessages } from "./messages.ts";

/** More names than this nobody reads; the documents say it themselves. */
const NAMED_MAX = 5;

type EntriesHintProps = {
  readonly baseId: string;
  /** Null: of all. */
  readonly documentId: string | null;
  readonly sources: Outputs["knowledge"]["graph"]["sources"];
};

/** Says why a table of questions and answers brought no facts, and where it is imported as entries. */
export function EntriesHint({ baseId, documentId, sources }: EntriesHintProps) {
  const t = useTexts(graphMessages);
  const formats = useFormats();
  const tables = sources
    .filter((source) => source.qaRows > 0 && (documentId === null || source.documentId === documentId))
    .slice(0, NAMED_MAX);
  if (tables.length === 0) return null;
  return (
    <Notice tone="info">
      {t.qaTables}
      {tables.map(({ documentId: id, name, qaRows }, at) => (
        <Fragment key={id}>
          {at > 0 && t.qaJoin}
          <Link href={`/knowledge/${baseId}?tab=documents`} className="underline">
            {t.qaTable(name ?? "", formats.number(qaRows))}
          </Link>
        </Fragment>
      ))}
    </Notice>
  );
}
