"use client";

import { BadgeCheck, ChevronLeft, History } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { KeepCaseButton } from "#components/knowledge/cases/keep-case-button.tsx";
import { KeepConversationButton } from "#components/testing/keep-conversation-button.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Talk } from "./conversation-view.tsx";
import { conversationMessages } from "./messages.ts";
import { StatusBadge } from "./status-badge.tsx";
import { toVisitorSign } from "./to-visitor-name.ts";
import { useFilters } from "./use-filters.ts";

export function ConversationHeader({ conversation }: { readonly conversation: Talk["conversation"] }) {
  const t = useTexts(conversationMessages);
  const formats = useFormats();
  const { query } = useFilters();
  const mayReplay = useMay("preview.recording");
  const channels: Readonly<Record<string, string>> = t.channels;
  const locales: Readonly<Record<string, string>> = t.locales;
  return (
    <header className="border-b border-line bg-surface px-4 py-3 md:px-5">
      <div className="flex items-center gap-2">
        <Link
          href={`/conversations${query}`}
          aria-label={t.back}
          className="-ml-2 inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover lg:hidden"
        >
          <ChevronLeft className="size-5" aria-hidden />
        </Link>
        <h2 className="truncate text-lg font-semibold text-ink">
          {conversation.contactName ?? t.visitor(toVisitorSign(conversation.id))}
        </h2>
        {conversation.isVerified && (
          <BadgeCheck className="size-4 shrink-0 text-success-text" aria-label={t.verified} />
        )}
        <StatusBadge status={conversation.status} />
        {(conversation.tags ?? []).map((tag) => (
          <Badge key={tag} tone="accent">
            {tag}
          </Badge>
        ))}
        <span className="ml-auto flex items-center gap-1">
          {mayReplay && (
            <Button size="sm" asChild>
              <Link href={`/builder/${conversation.botId}?replay=${conversation.id}`}>
                <History className="size-4" aria-hidden />
                {t.replay}
              </Link>
            </Button>
          )}
          <KeepCaseButton conversationId={conversation.id} />
          <KeepConversationButton conversationId={conversation.id} />
          <CopyButton text={conversation.id} label={t.facts.id} isIcon />
        </span>
      </div>
      <dl className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Fact label={t.facts.bot}>
          <Link href={`/bots/${conversation.botId}`} className="text-accent-text hover:underline">
            {conversation.botName}
          </Link>
        </Fact>
        {conversation.versionNumber !== null && (
          <Fact label={t.facts.version}>{t.facts.versionNumber(conversation.versionNumber)}</Fact>
        )}
        <Fact label={t.facts.channel}>{channels[conversation.channel] ?? conversation.channel}</Fact>
        <Fact label={t.facts.locale}>{locales[conversation.locale] ?? conversation.locale}</Fact>
        <Fact label={t.facts.messages}>{formats.number(conversation.messages)}</Fact>
        <Fact label={t.facts.started}>{formats.dateTime(conversation.createdAt)}</Fact>
        {conversation.endedAt && <Fact label={t.facts.ended}>{formats.dateTime(conversation.endedAt)}</Fact>}
        {conversation.contactKey && (
          <Fact label={t.facts.customer}>
            <span className="inline-flex items-center gap-0.5">
              <span className="max-w-36 truncate font-mono text-xs" title={conversation.contactKey}>
                {conversation.contactKey}
              </span>
              <CopyButton text={conversation.contactKey} label={t.facts.copyCustomer} isIcon />
            </span>
          </Fact>
        )}
        {conversation.resolution && <Fact label={t.facts.resolution}>{conversation.resolution}</Fact>}
      </dl>
    </header>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-3">{label}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
