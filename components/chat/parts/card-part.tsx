import { ExternalLink } from "lucide-react";
import type { Part } from "../../../flows/kernel/protocol.ts";
import { RichText } from "../rich-text.tsx";
import { toSafeLink, toSafeSource } from "../safe-url.ts";

type Card = Extract<Part, { readonly type: "card" }>;

/** Facts in order: an order, a parcel, a product. */
export function CardPart({ part }: { readonly part: Card }) {
  const image = part.imageUrl === null ? null : toSafeSource(part.imageUrl);
  const links = part.links.flatMap(({ label, url }) => {
    const href = toSafeLink(url);
    return href ? [{ label, href }] : [];
  });
  return (
    <article className="w-80 max-w-full overflow-hidden rounded-xl rounded-bl-xs border border-line bg-surface">
      {image && (
        <img
          src={image}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          className="h-36 w-full border-b border-line bg-sunken object-cover"
        />
      )}
      <div className="flex flex-col gap-2 px-3.5 py-3">
        {part.title && (
          <h2 className="text-[15px] leading-6 font-semibold [overflow-wrap:anywhere]">{part.title}</h2>
        )}
        {part.text && <RichText text={part.text} isLiteral={false} />}
        {part.fields.length > 0 && (
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
            {part.fields.map(({ label, value }) => (
              <div key={`${label}-${value}`} className="contents">
                <dt className="text-ink-3">{label}</dt>
                <dd className="text-right [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {links.length > 0 && (
        <div className="flex flex-col border-t border-line">
          {links.map(({ label, href }) => (
            <a
              key={href}
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="flex min-h-11 items-center justify-center gap-1.5 font-medium text-brand-text transition-colors not-first:border-t not-first:border-line hover:bg-hover"
            >
              {label}
              <ExternalLink aria-hidden size={14} />
            </a>
          ))}
        </div>
      )}
    </article>
  );
}
