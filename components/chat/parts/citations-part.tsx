import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import type { Part } from "../../../flows/kernel/protocol.ts";
import { useChat } from "../chat-context.ts";
import { toSafeLink } from "../safe-url.ts";

type Citations = Extract<Part, { readonly type: "citations" }>;

/** Where an answer comes from: folded, for who wants to look it up. */
export function CitationsPart({ part }: { readonly part: Citations }) {
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
          {part.items.map(({ title, url, quote }, index) => {
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
