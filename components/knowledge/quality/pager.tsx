"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";

type PagerProps = {
  readonly page: number;
  readonly pages: number;
  readonly texts: {
    readonly previous: string;
    readonly next: string;
    page(page: number, pages: number): string;
  };
  onGo(page: number): void;
};

/** Back and on through a list; nothing where there is only one page. */
export function Pager({ page, pages, texts, onGo }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <div className="flex items-center justify-end gap-1 px-4 py-2 text-sm text-ink-2">
      <IconButton
        icon={ChevronLeft}
        label={texts.previous}
        disabled={page === 0}
        onClick={() => onGo(page - 1)}
      />
      {texts.page(page + 1, pages)}
      <IconButton
        icon={ChevronRight}
        label={texts.next}
        disabled={page + 1 >= pages}
        onClick={() => onGo(page + 1)}
      />
    </div>
  );
}
