"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { Outputs } from "#components/trpc-client.ts";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import { useSheetHistory } from "../use-sheet-history.ts";

export type ListedEntry = Outputs["knowledge"]["entries"]["entries"][number];
export type EntryState = ListedEntry["state"];

export const STATES = [
  "draft",
  "in_review",
  "approved",
  "published",
  "retired",
] as const satisfies readonly EntryState[];
export const FLAGS = ["stale", "expiring", "expired", "few-phrasings", "no-answer"] as const;
export const SORTS = ["updated", "created", "question", "state"] as const;
export const PAGE_SIZE = 50;

export type EntryFilters = {
  readonly search: string;
  readonly state: EntryState | null;
  readonly categoryId: string | null;
  readonly tag: string | null;
  readonly locale: Locale | null;
  readonly flag: (typeof FLAGS)[number] | null;
  readonly sort: (typeof SORTS)[number];
  readonly isDeleted: boolean;
  readonly page: number;
};

export const NO_FILTERS = {
  ...{ search: "", state: null, categoryId: null, tag: null, locale: null, flag: null, isDeleted: false },
} as const satisfies Partial<EntryFilters>;

export const isFiltered = (filters: EntryFilters): boolean =>
  Boolean(filters.search || filters.state || filters.categoryId || filters.tag) ||
  Boolean(filters.locale || filters.flag || filters.isDeleted);

/** Filters and the open entry live in the address, so that a view can be sent to a colleague. */
export function useEntryFilters() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const filters = readFilters(params);
  const openId = params.get("entry");
  const sheet = useSheetHistory(openId);
  const go = (next: URLSearchParams) => {
    const text = next.toString();
    router.replace(text ? `${pathname}?${text}` : pathname, { scroll: false });
  };
  return {
    filters,
    /** The entry in the sheet; "new" for one that is being written. */
    openId,
    /** Any other filter starts at the first page again. */
    set: (part: Partial<EntryFilters>) => go(writeFilters(params, { ...filters, page: 0, ...part })),
    open: (entryId: string) => {
      const next = new URLSearchParams(params);
      next.set("entry", entryId);
      sheet.open(`${pathname}?${next}`);
    },
    close: () => {
      const next = new URLSearchParams(params);
      next.delete("entry");
      sheet.close(next.size > 0 ? `${pathname}?${next}` : pathname);
    },
    toHref: (entryId: string) => {
      const next = new URLSearchParams(params);
      next.set("entry", entryId);
      return `${pathname}?${next.toString()}`;
    },
  };
}

type Params = { get(name: string): string | null; toString(): string };

function readFilters(params: Params): EntryFilters {
  return {
    search: params.get("q") ?? "",
    state: STATES.find((state) => state === params.get("state")) ?? null,
    categoryId: params.get("category"),
    tag: params.get("tag"),
    locale: LOCALES.find((locale) => locale === params.get("locale")) ?? null,
    flag: FLAGS.find((flag) => flag === params.get("flag")) ?? null,
    sort: SORTS.find((sort) => sort === params.get("sort")) ?? "updated",
    isDeleted: params.get("deleted") === "1",
    page: Math.max(0, Math.trunc(Number(params.get("page") ?? 1)) - 1) || 0,
  };
}

function writeFilters(params: Params, filters: EntryFilters): URLSearchParams {
  const next = new URLSearchParams(params.toString());
  const pairs = [
    ["q", filters.search],
    ["state", filters.state],
    ["category", filters.categoryId],
    ["tag", filters.tag],
    ["locale", filters.locale],
    ["flag", filters.flag],
    ["sort", filters.sort === "updated" ? null : filters.sort],
    ["deleted", filters.isDeleted ? "1" : null],
    ["page", filters.page > 0 ? String(filters.page + 1) : null],
  ] as const;
  for (const [name, value] of pairs) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** What the server is asked for these filters. */
export function toEntryQuery(baseId: string, filters: EntryFilters) {
  return {
    baseId,
    ...(filters.search ? { search: filters.search } : {}),
    ...(filters.state ? { states: [filters.state] } : {}),
    ...(filters.categoryId ? { categoryId: filters.categoryId } : {}),
    ...(filters.tag ? { tag: filters.tag } : {}),
    ...(filters.locale ? { locale: filters.locale } : {}),
    ...(filters.flag ? { flag: filters.flag } : {}),
    ...{ isDeleted: filters.isDeleted, sort: filters.sort, page: filters.page, pageSize: PAGE_SIZE },
  };
}
