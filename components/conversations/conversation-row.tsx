"use client";

import { BadgeCheck } from "lucide-react";
import Link from "next/link";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { conversationMessages } from "./messages.ts";
import { StatusBadge } from "./status-badge.tsx";
import { toVisitorSign } from "./to-visitor-name.ts";

export type ConversationRowData = Outputs["conversation"]["list"]["conversations"][number];

/** Fixed, so that the virtual list never has to measure. */
export const ROW_HEIGHT_PX = 92;

type ConversationRowProps = {
  readonly row: ConversationRowData;
  readonly query: string;
  readonly isSelected: boolean;
};

export function ConversationRow({ row, query, isSelected }: ConversationRowProps) {
  const t = useTexts(conversationMessages);
  const formats = useFormats();
  return (
    <Link
      href={`/conversations/${row.id}${query}`}
      scroll={false}
      aria-current={isSelected ? "true" : undefined}
      className={joinClasses(
        "flex h-full flex-col justify-center gap-1 border-b border-line px-4 -outline-offset-2 transition-colors duration-[var(--fast)]",
        isSelected ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      <span className="flex items-center gap-1.5">
        <span className="truncate font-medium text-ink">
          {row.contactName ?? t.visitor(toVisitorSign(row.id))}
        </span>
        {row.isVerified && (
          <BadgeCheck className="size-3.5 shrink-0 text-success-text" aria-label={t.verified} />
        )}
        <time
          dateTime={row.updatedAt}
          title={formats.dateTime(row.updatedAt)}
          className="ml-auto shrink-0 text-xs text-ink-3"
        >
          {formats.short(row.updatedAt)}
        </time>
      </span>
      <span className="truncate text-sm text-ink-2">{row.lastText || t.noText}</span>
      <span className="flex items-center gap-2 text-xs text-ink-3">
        <StatusBadge status={row.status} />
        <span className="truncate">{row.botName}</span>
        <span className="ml-auto shrink-0 uppercase">{row.locale === "zh-CN" ? "中" : "EN"}</span>
      </span>
    </Link>
  );
}
