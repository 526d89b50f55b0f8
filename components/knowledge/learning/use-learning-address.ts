"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { Outputs } from "#components/trpc-client.ts";

export type ListedCluster = Outputs["knowledge"]["learning"]["clusters"]["clusters"][number];
export type Signal = keyof ListedCluster["signals"];

export const SIGNALS = [
  "unanswered",
  "low_confidence",
  "thumbs_down",
  "re_asked",
  "handed_over",
] as const satisfies readonly Signal[];
export const PERIODS = ["7", "30", "90", "365"] as const;
const PERIOD = "30";

export type LearningFilters = {
  readonly signal: Signal | null;
  readonly botId: string | null;
  readonly period: (typeof PERIODS)[number];
  readonly page: number;
};

/** Filters, view and the open group live in the address, so that a view can be sent to a colleague. */
export function useLearningAddress() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const go = (change: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    router.replace(text ? `${pathname}?${text}` : pathname, { scroll: false });
  };
  const filters: LearningFilters = {
    signal: SIGNALS.find((signal) => signal === params.get("signal")) ?? null,
    botId: params.get("bot"),
    period: PERIODS.find((period) => period === params.get("days")) ?? PERIOD,
    page: Math.max(0, Math.trunc(Number(params.get("page") ?? 1)) - 1) || 0,
  };
  return {
    filters,
    isFiltered: filters.signal !== null || filters.botId !== null || filters.period !== PERIOD,
    view: params.get("view") === "history" ? ("history" as const) : ("open" as const),
    openId: params.get("group"),
    /** Any other filter starts at the first page again. */
    set: ({ signal, botId, period, page }: Partial<LearningFilters>) =>
      go({
        page: page ? String(page + 1) : null,
        ...(signal === undefined ? {} : { signal }),
        ...(botId === undefined ? {} : { bot: botId }),
        ...(period === undefined ? {} : { days: period === PERIOD ? null : period }),
      }),
    show: (view: "open" | "history") => go({ view: view === "open" ? null : view, group: null }),
    open: (clusterId: string | null) => go({ group: clusterId }),
  };
}
