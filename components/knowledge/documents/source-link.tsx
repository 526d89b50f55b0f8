"use client";

import Link from "next/link";
import type { Part } from "#flows/kernel/protocol.ts";

type Source = Extract<Part, { type: "citations" }>["items"][number]["source"];

type SourceLinkProps = { readonly title: string; readonly source: Source | undefined };

/** A citation in the console: it opens the document's sheet at the passage, the case, or the thing of the graph. */
export function SourceLink({ title, source }: SourceLinkProps) {
  if (source === undefined) return title;
  return (
    <Link
      href={`/knowledge/${source.baseId}?${toQuery(source)}`}
      target="_blank"
      className="text-accent-text hover:underline"
    >
      {title}
    </Link>
  );
}

function toQuery(source: NonNullable<Source>): string {
  if ("caseId" in source) return `tab=cases&case=${source.caseId}`;
  if ("entityId" in source) return `tab=graph&entity=${source.entityId}`;
  return `tab=documents&document=${source.documentId}&passage=${source.passageId}`;
}
