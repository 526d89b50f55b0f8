"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import { usePageTitle } from "#components/console/use-page-title.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { ConversationList } from "./conversation-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { conversationMessages } from "./messages.ts";
import { useFilters } from "./use-filters.ts";

/** The list on the left stays as it is while talks are opened on the right; small screens show one of the two. */
export function ConversationsLayout({ children }: { readonly children: ReactNode }) {
  const t = useTexts(conversationMessages);
  const params = useParams<{ readonly conversationId?: string }>();
  const selectedId = params.conversationId ?? null;
  const { filters, query, set } = useFilters();
  usePageTitle(t.title);
  return (
    <div className="flex h-[calc(100dvh-48px)] md:h-dvh">
      <section
        aria-label={t.title}
        className={joinClasses(
          "w-full min-w-0 flex-col border-r border-line bg-surface lg:flex lg:w-88 lg:shrink-0",
          selectedId ? "hidden" : "flex",
        )}
      >
        <h1 className="px-4 pt-4 text-xl font-semibold tracking-tight text-ink">{t.title}</h1>
        <FilterBar filters={filters} onChange={set} />
        <ConversationList
          filters={filters}
          query={query}
          selectedId={selectedId}
          onClear={() => set({ botId: null, status: null, locale: null, search: "" })}
        />
      </section>
      <div className={joinClasses("min-w-0 flex-1 lg:block", !selectedId && "hidden")}>{children}</div>
    </div>
  );
}
