"use client";

import { Search } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { consoleMessages } from "./messages.ts";

const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

type SearchButtonProps = { readonly isCollapsed: boolean; onOpen(): void };

export function SearchButton({ isCollapsed, onOpen }: SearchButtonProps) {
  const t = useTexts(consoleMessages);
  if (isCollapsed)
    return <IconButton icon={Search} label={t.search} side="right" onClick={onOpen} className="w-full" />;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex h-8 w-full items-center gap-2 rounded-sm border border-line bg-canvas px-2.5 text-sm text-ink-3 transition-colors duration-[var(--fast)] hover:border-line-strong hover:text-ink-2"
    >
      <Search className="size-4" aria-hidden />
      <span className="flex-1 text-left">{t.search}</span>
      <kbd className="font-sans text-xs">{isMac() ? "⌘K" : "Ctrl K"}</kbd>
    </button>
  );
}
