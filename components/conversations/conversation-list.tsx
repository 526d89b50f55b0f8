"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { MessagesSquare, SearchX } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ConversationRow, type ConversationRowData, ROW_HEIGHT_PX } from "./conversation-row.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { conversationMessages } from "./messages.ts";
import type { Filters } from "./use-filters.ts";

const REFRESH_MS = 10_000;
/** Rows kept ready outside the view; also how early the next page is fetched. */
const SPARE_ROWS = 8;

type ConversationListProps = {
  readonly filters: Filters;
  readonly query: string;
  readonly selectedId: string | null;
  onClear(): void;
};

export function ConversationList({ filters, query, selectedId, onClear }: ConversationListProps) {
  const t = useTexts(conversationMessages);
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.conversation.list.infiniteQueryOptions(filters, {
      getNextPageParam: (page) => page.next,
      refetchInterval: (state) => ((state.state.data?.pages.length ?? 0) > 1 ? false : REFRESH_MS),
    }),
  );
  if (list.isPending) return <ListSkeleton />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.conversations);
  if (rows.length === 0) {
    const isFiltered = Boolean(filters.botId || filters.status || filters.locale || filters.search);
    return isFiltered ? (
      <EmptyState
        icon={SearchX}
        title={t.noMatchTitle}
        body={t.noMatchBody}
        action={<Button onClick={onClear}>{t.clear}</Button>}
      />
    ) : (
      <EmptyState
        icon={MessagesSquare}
        title={t.emptyTitle}
        body={t.emptyBody}
        action={
          <Button asChild look="primary">
            <Link href="/bots">{t.toBots}</Link>
          </Button>
        }
      />
    );
  }
  return (
    <Rows
      rows={rows}
      query={query}
      selectedId={selectedId}
      hasMore={list.hasNextPage && !list.isFetchingNextPage}
      onEnd={() => void list.fetchNextPage()}
    />
  );
}

type RowsProps = {
  readonly rows: readonly ConversationRowData[];
  readonly query: string;
  readonly selectedId: string | null;
  readonly hasMore: boolean;
  onEnd(): void;
};

function Rows({ rows, query, selectedId, hasMore, onEnd }: RowsProps) {
  const t = useTexts(conversationMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: SPARE_ROWS,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - SPARE_ROWS) onEnd();
  }, [hasMore, last, rows.length, onEnd]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={t.list} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return row ? (
            <li
              key={item.key}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <ConversationRow row={row} query={query} isSelected={row.id === selectedId} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
