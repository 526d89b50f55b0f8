"use client";

import { Bot, ExternalLink, User } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { labelMessages } from "./messages.ts";
import type { ItemToLabel } from "./use-label-queue.ts";

type ItemCardProps = { readonly item: Omit<ItemToLabel, "found"> };

/** The question as it was asked and what the customer got for it. */
export function ItemCard({ item }: ItemCardProps) {
  const t = useTexts(labelMessages);
  const formats = useFormats();
  return (
    <div className="flex flex-col gap-3">
      {item.before && (
        <Line icon={<Bot className="size-4 text-ink-3" aria-hidden />} name={t.before}>
          <p className="line-clamp-2 whitespace-pre-wrap text-sm text-ink-3">{item.before}</p>
        </Line>
      )}
      <Line icon={<User className="size-4 text-ink-2" aria-hidden />} name={t.asked}>
        <p className="whitespace-pre-wrap text-md font-medium text-ink">{item.question}</p>
      </Line>
      <Line icon={<Bot className="size-4 text-accent-text" aria-hidden />} name={t.answered}>
        <div className="rounded-md bg-sunken px-3 py-2">
          <p className="max-h-80 overflow-y-auto whitespace-pre-wrap text-base text-ink">
            {item.answer || t.noAnswer}
          </p>
        </div>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          <Badge>{t.answeredBy[item.answeredBy]}</Badge>
          {t.source(item.botName ?? "", formats.dateTime(item.askedAt))}
          <Link
            href={`/conversations/${item.conversationId}`}
            target="_blank"
            className="inline-flex items-center gap-1 text-accent-text hover:underline"
          >
            {t.openTalk}
            <ExternalLink className="size-3" aria-hidden />
          </Link>
        </p>
      </Line>
    </div>
  );
}

type LineProps = { readonly icon: ReactNode; readonly name: string; readonly children: ReactNode };

function Line({ icon, name, children }: LineProps) {
  return (
    <div className="flex gap-2.5">
      <span className="mt-1 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1">
        <span className="sr-only">{name}</span>
        {children}
      </div>
    </div>
  );
}
