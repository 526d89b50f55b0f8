import { ExternalLink, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useCallback, useState } from "react";
import { toPlaceText } from "../../../flows/knowledge/to-place-text.ts";
import { useChat } from "../chat-context.ts";
import { toSafeLink } from "../safe-url.ts";
import type { Cited } from "../talk/message.ts";

type Shown =
  | { readonly kind: "loading" }
  | { readonly kind: "gone" }
  | { readonly kind: "open"; readonly cited: Cited };

/** The source of an answer at its place: the passage, marked, between its neighbours. Plain text only, whatever the document holds. */
export function SourceDialog({
  title,
  place,
}: {
  readonly title: string;
  readonly place: { readonly seq: number; readonly index: number };
}) {
  const { t, talk } = useChat();
  const [shown, setShown] = useState<Shown>({ kind: "loading" });
  const load = async (): Promise<void> => {
    setShown({ kind: "loading" });
    const cited = await talk.openCitation(place);
    setShown(cited === null ? { kind: "gone" } : { kind: "open", cited });
  };
  return (
    <Dialog.Root onOpenChange={(isOpen) => isOpen && void load()}>
      <Dialog.Trigger
        aria-label={t.openSource(title)}
        className="text-left font-medium text-brand-text hover:underline"
      >
        {title}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => event.stopPropagation()}
          className="chat-enter fixed inset-x-0 bottom-0 z-30 mx-auto flex max-h-[85%] w-full max-w-160 flex-col rounded-t-xl border border-line bg-raised text-ink shadow-panel outline-none sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-xl"
        >
          <header className="flex items-start gap-3 border-b border-line py-2 pr-2 pl-5">
            <Dialog.Title className="min-w-0 flex-1 py-2 text-base font-semibold [overflow-wrap:anywhere]">
              {shown.kind === "open" ? shown.cited.title : title}
            </Dialog.Title>
            <Dialog.Close
              aria-label={t.close}
              className="grid size-11 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden size={20} />
            </Dialog.Close>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <section tabIndex={0} aria-label={title} className="min-h-32 overflow-y-auto px-5 py-4">
            {shown.kind === "loading" && <p className="text-ink-3">{t.loading}</p>}
            {shown.kind === "gone" && <p className="text-ink-2">{t.sourceGone}</p>}
            {shown.kind === "open" && <Passages cited={shown.cited} />}
          </section>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Passages({ cited: { passages, url } }: { readonly cited: Cited }) {
  const { t, locale } = useChat();
  const href = url === null ? null : toSafeLink(url);
  const scrollTo = useCallback(
    (element: HTMLElement | null) => element?.scrollIntoView({ block: "center" }),
    [],
  );
  return (
    <div className="flex flex-col gap-3">
      {passages.map(({ isCited, titlePath, text, place }, index) => {
        const where = toHeading(titlePath, toPlaceText(place, locale));
        const before = passages[index - 1];
        const isSame =
          before !== undefined && where === toHeading(before.titlePath, toPlaceText(before.place, locale));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages of one look never move.
          <section key={index} ref={isCited ? scrollTo : null} aria-label={isCited ? t.cited : undefined}>
            {where !== "" && !isSame && <p className="mb-1 text-sm text-ink-3">{where}</p>}
            {isCited ? (
              <mark className="block rounded-md border-l-2 border-brand bg-brand-soft px-3 py-2 whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
                {text}
              </mark>
            ) : (
              <p className="px-3 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{text}</p>
            )}
          </section>
        );
      })}
      {href !== null && (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="inline-flex items-center gap-1.5 self-start text-sm font-medium text-brand-text hover:underline"
        >
          {t.openDocument}
          <ExternalLink aria-hidden size={14} />
        </a>
      )}
    </div>
  );
}

function toHeading(titlePath: readonly string[], where: string): string {
  return [...titlePath, where].filter(Boolean).join(" › ");
}
