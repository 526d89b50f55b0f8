"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "./icon-button.tsx";
import { joinClasses } from "./join-classes.ts";
import { uiMessages } from "./messages.ts";

type PagerProps = {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly className?: string;
  onPage(page: number): void;
};

/** Which page of a long list, and the way to its neighbours; nothing where there is one page only. */
export function Pager({ page, pages, className, onPage }: PagerProps) {
  const t = useTexts(uiMessages);
  if (pages <= 1) return null;
  return (
    <span className={joinClasses("flex items-center gap-1", className)}>
      <IconButton
        icon={ChevronLeft}
        label={t.previousPage}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      {t.page(page + 1, pages)}
      <IconButton
        icon={ChevronRight}
        label={t.nextPage}
        disabled={page + 1 >= pages}
        onClick={() => onPage(page + 1)}
      />
    </span>
  );
}
