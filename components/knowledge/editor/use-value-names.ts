"use client";

import { useQuery } from "@tanstack/react-query";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { entryMessages } from "../entries/messages.ts";
import { toCategoryLines } from "../entries/to-category-lines.ts";
import { useCategories } from "../entries/use-categories.ts";
import { toDay } from "./days.ts";
import { formMessages } from "./form-messages.ts";
import type { ValueNames } from "./to-value-lines.ts";

/** Names for what a content holds as ids, in the reader's language. */
export function useValueNames(baseId: string): ValueNames {
  const t = useTexts(formMessages);
  const e = useTexts(entryMessages);
  const trpc = useTRPC();
  const mayList = useMay("comment.people");
  const people = useQuery(trpc.comment.people.queryOptions(undefined, { enabled: mayList }));
  const lines = toCategoryLines(useCategories(baseId).data ?? []);
  return {
    locale: (locale) => e.locales[locale],
    answer: (locale, channel) =>
      `${e.locales[locale]} · ${channel === null ? e.everyChannel : e.channels[channel]}`,
    category: (id) => lines.find((line) => line.id === id)?.path.join(" / ") ?? t.noCategory,
    person: (id) => people.data?.find(({ userId }) => userId === id)?.name ?? t.unknownPerson,
    day: toDay,
    days: t.reviewDays,
    dataClass: (dataClass) => e.dataClasses[dataClass],
  };
}
