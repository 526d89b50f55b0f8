import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import type { Part } from "../../../flows/kernel/protocol.ts";
import { useChat } from "../chat-context.ts";
import { toSafeLink } from "../safe-url.ts";
import { SourceDialog } from "./source-dialog.tsx";

type Citations = Extract<Part, { readonly type: "citations" }>;

/** Where an answer comes from: folded, for who wants to look it up. */
export function CitationsPart({
  part,
  place,
}: {
  readonly part: Citations;
  /** The message, and how many sources it has before these. */
  readonly place: { readonly seq: number; readonly first: number } | null;
}) {
  const { t } = useChat();
  return (
    <Collapsible.Root className="max-w-full text-sm">
      <Collapsible.Trigger className="group inline-flex h-8 items-center gap-1 rounded-sm px-1 text-ink-2 transition-colors hover:text-ink">
        <ChevronRight
          aria-hidden
          size={14}
          className="transition-transform group-data-[state=open]:rotate-90"
        />
        {t.sources} {part.items.length}
      </Collapsible.Trigger>
      <Collapsible.Content asChild>
        <ol className="flex flex-col gap-2 border-l-2 border-line pl-3">
          {part.items.map(({ title, url, quote, source }, index) => {
            const href = url === null ? null : toSafeLink(url);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sources of one message never move.
              <li key={index} aria-label={t.source(index + 1, title)}>
                {href ? (
                  <a
                    href={href}
                    target="_blank"
                    rel="noopener noreferrer nofollow"
                    className="font-medium text-brand-text hover:underline"
                  >
                    {title}
                  </a>
                ) : place !== null && source !== undefined && "passageId" in source ? (
                  <SourceDialog title={title} place={{ seq: place.seq, index: place.first + index }} />
                ) : (
                  <span className="font-medium">{title}</span>
                )}
                {quote && <blockquote className="line-clamp-3 text-ink-2">{quote}</blockquote>}
              </li>
            );
          })}
        </ol>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
