"use client";

import Link from "next/link";
import type { Part } from "#flows/kernel/protocol.ts";

type Source = Extract<Part, { type: "citations" }>["items"][number]["source"];

type SourceLinkProps = { readonly title: string; readonly source: Source | undefined };

/** A citation in the console: it opens the document's sheet at the passage. */
export function SourceLink({ title, source }: SourceLinkProps) {
  if (source === undefined || !("passageId" in source)) return title;
  const { baseId, documentId, passageId } = source;
  return (
    <Link
      href={`/knowledge/${baseId}?tab=documents&document=${documentId}&passage=${passageId}`}
      target="_blank"
      className="text-accent-text hover:underline"
    >
      {title}
    </Link>
  );
}
