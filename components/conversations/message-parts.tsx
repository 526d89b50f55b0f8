"use client";

import { FileText, Image as ImageIcon } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { SourceLink } from "../knowledge/documents/source-link.tsx";
import type { TalkMessage } from "./conversation-view.tsx";
import { conversationMessages } from "./messages.ts";

type Part = TalkMessage["parts"][number];

/** What people, models and flows wrote, as plain text: nothing of it is markup, a link or a remote picture here. */
export function MessageParts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <span className="flex flex-col gap-2">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a message never change
        <PartView key={index} part={part} />
      ))}
    </span>
  );
}

const TEXT = "block whitespace-pre-wrap break-words [overflow-wrap:anywhere]";

function PartView({ part }: { readonly part: Part }) {
  const t = useTexts(conversationMessages).parts;
  switch (part.type) {
    case "text":
      return <span className={TEXT}>{part.text}</span>;
    case "image":
      return (
        <span className="flex items-center gap-2 text-ink-2">
          <ImageIcon className="size-4 shrink-0" aria-hidden />
          <span className={TEXT}>{part.alt || t.image}</span>
        </span>
      );
    case "file":
      return (
        <span className="flex items-center gap-2 text-ink-2">
          <FileText className="size-4 shrink-0" aria-hidden />
          <span className={TEXT}>{part.name}</span>
        </span>
      );
    case "choices":
      return (
        <span className="flex flex-wrap gap-1.5">
          {part.options.map((option) => (
            <span
              key={option.id}
              className="rounded-sm border border-line-strong bg-surface px-2 py-0.5 text-sm text-ink-2"
            >
              {option.label}
            </span>
          ))}
          {part.multiple && <span className="text-xs text-ink-3">{t.multiple}</span>}
        </span>
      );
    case "card":
      return (
        <span className="flex flex-col gap-1">
          <span className="font-semibold">{part.title}</span>
          {part.text && <span className={TEXT}>{part.text}</span>}
          {part.fields.map((field) => (
            <span key={field.label} className="flex justify-between gap-4 text-sm">
              <span className="text-ink-2">{field.label}</span>
              <span className="text-right">{field.value}</span>
            </span>
          ))}
          {part.links.map((link) => (
            <span key={link.url} className="text-sm text-ink-2 [overflow-wrap:anywhere]">
              {link.label} · {link.url}
            </span>
          ))}
        </span>
      );
    case "citations":
      return (
        <span className="flex flex-col gap-0.5 text-sm text-ink-2">
          {part.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sources of a message never change
            <span key={index}>
              [{index + 1}] <SourceLink title={item.title} source={item.source} />
            </span>
          ))}
        </span>
      );
  }
}
