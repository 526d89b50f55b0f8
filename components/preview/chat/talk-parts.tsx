import { ExternalLink, FileText, ImageIcon } from "lucide-react";
import { RichText } from "#components/chat/rich-text.tsx";
import { toSafeLink, toSafeSource } from "#components/chat/safe-url.ts";
import { SourceLink } from "#components/knowledge/documents/source-link.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Part } from "#flows/kernel/protocol.ts";
import type { Skin } from "./skins.ts";
import { TalkChoices, type TalkChoicesTexts } from "./talk-choices.tsx";

type TalkPartsProps = {
  readonly parts: readonly Part[];
  readonly skin: Skin;
  readonly t: TalkChoicesTexts;
  /** False once the talk has moved on. */
  readonly isOpen: boolean;
  readonly opensSources: boolean;
  onPick(text: string, choice: string | null): void;
};

/** What a bot said, as its channel shows it. */
export function TalkParts({ parts, ...shared }: TalkPartsProps) {
  return (
    <div className="flex min-w-0 max-w-full flex-col items-start gap-1.5">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a message never change
        <TalkPart key={index} part={part} {...shared} />
      ))}
    </div>
  );
}

function TalkPart({
  part,
  skin,
  t,
  isOpen,
  opensSources,
  onPick,
}: Omit<TalkPartsProps, "parts"> & { readonly part: Part }) {
  const bubble = joinClasses("max-w-full px-3 py-1.5 text-base", skin.bot);
  switch (part.type) {
    case "text":
      return (
        <div className={joinClasses(bubble, "[&_.rich]:text-base")}>
          <RichText text={part.text} isLiteral={false} />
        </div>
      );
    case "choices":
      return <TalkChoices part={part} skin={skin} t={t} isOpen={isOpen} onPick={onPick} />;
    case "card":
      return <TalkCard part={part} className={bubble} />;
    case "image":
      return <TalkImage part={part} className={bubble} />;
    case "file":
      return (
        <p className={joinClasses(bubble, "flex items-center gap-2")}>
          <FileText className="size-4 shrink-0" aria-hidden />
          <span className="[overflow-wrap:anywhere]">{part.name}</span>
        </p>
      );
    case "citations":
      return (
        <ol className="border-l-2 border-line pl-2.5 text-sm text-ink-2">
          {part.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sources of a message never change
            <li key={index}>
              [{index + 1}]{" "}
              {opensSources ? <SourceLink title={item.title} source={item.source} /> : item.title}
            </li>
          ))}
        </ol>
      );
  }
}

type ImageProps = { readonly part: Extract<Part, { type: "image" }>; readonly className: string };

/** The console's pages load pictures of their own site only; others are named. */
function TalkImage({ part, className }: ImageProps) {
  const source = toSafeSource(part.url);
  if (source?.startsWith("/") === true) {
    return <img src={source} alt={part.alt} className="max-h-44 max-w-60 rounded-md border border-line" />;
  }
  return (
    <p className={joinClasses(className, "flex items-center gap-2")}>
      <ImageIcon className="size-4 shrink-0" aria-hidden />
      <span className="[overflow-wrap:anywhere]">{part.alt || part.url}</span>
    </p>
  );
}

type CardProps = { readonly part: Extract<Part, { type: "card" }>; readonly className: string };

function TalkCard({ part, className }: CardProps) {
  return (
    <article className={joinClasses(className, "w-64 py-2.5")}>
      <h4 className="font-semibold">{part.title}</h4>
      {part.text && <p className="whitespace-pre-wrap">{part.text}</p>}
      {part.fields.length > 0 && (
        <dl className="mt-1.5 flex flex-col gap-0.5 text-sm">
          {part.fields.map((field) => (
            <div key={field.label} className="flex justify-between gap-4">
              <dt className="opacity-70">{field.label}</dt>
              <dd className="text-right">{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {part.links.map((link) => {
        const href = toSafeLink(link.url);
        return (
          href && (
            <a
              key={link.url}
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="mt-1.5 flex items-center gap-1.5 text-sm text-brand-text hover:underline"
            >
              {link.label}
              <ExternalLink className="size-3.5" aria-hidden />
            </a>
          )
        );
      })}
    </article>
  );
}
