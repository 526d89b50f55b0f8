"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import type { ConversationStatus } from "./status-badge.tsx";

export const STATUSES = [
  "waiting",
  "working",
  "queued",
  "human",
  "ended",
] as const satisfies readonly ConversationStatus[];

export type Filters = {
  readonly botId: string | null;
  readonly status: ConversationStatus | null;
  readonly locale: Locale | null;
  readonly search: string;
};

/** The filters live in the address, so that a view can be sent to a colleague. */
export function useFilters() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const filters: Filters = {
    botId: params.get("bot"),
    status: STATUSES.find((status) => status === params.get("status")) ?? null,
    locale: LOCALES.find((locale) => locale === params.get("locale")) ?? null,
    search: params.get("q") ?? "",
  };
  const set = (part: Partial<Filters>) => {
    router.replace(`${pathname}${toQuery({ ...filters, ...part })}`, { scroll: false });
  };
  return { filters, query: toQuery(filters), set };
}

function toQuery({ botId, status, locale, search }: Filters): string {
  const params = new URLSearchParams();
  if (botId) params.set("bot", botId);
  if (status) params.set("status", status);
  if (locale) params.set("locale", locale);
  if (search) params.set("q", search);
  const text = params.toString();
  return text ? `?${text}` : "";
}
