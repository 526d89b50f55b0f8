"use client";

import { Menu as MenuIcon, Search, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { consoleMessages } from "./messages.ts";
import { NavList } from "./nav-list.tsx";
import { UserMenu } from "./user-menu.tsx";
import { WorkspaceSwitch } from "./workspace-switch.tsx";

/** The bar of small screens; the navigation slides in from the left. */
export function MobileBar({ onSearch }: { onSearch(): void }) {
  const t = useTexts(consoleMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-1 border-b border-line bg-surface px-2 md:hidden">
      <Dialog.Root open={isOpen} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <button
            type="button"
            aria-label={t.openNav}
            className="inline-flex size-9 items-center justify-center rounded-sm text-ink-2 hover:bg-hover"
          >
            <MenuIcon className="size-5" aria-hidden />
          </button>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="veil fixed inset-0 z-40 bg-overlay" />
          <Dialog.Content
            aria-describedby={undefined}
            className="slide-in fixed inset-y-0 left-0 z-50 flex w-72 max-w-[84vw] flex-col bg-surface p-3 shadow-panel outline-none"
          >
            <div className="mb-2 flex items-center justify-between">
              <Dialog.Title className="flex items-center gap-2 text-lg font-semibold">
                <Logo />
                {t.product}
              </Dialog.Title>
              <Dialog.Close
                aria-label={t.closeNav}
                className="inline-flex size-9 items-center justify-center rounded-sm text-ink-2 hover:bg-hover"
              >
                <X className="size-5" aria-hidden />
              </Dialog.Close>
            </div>
            <WorkspaceSwitch isCollapsed={false} />
            <nav aria-label={t.nav} className="mt-2 min-h-0 flex-1 overflow-y-auto">
              <NavList isCollapsed={false} onNavigate={() => setOpen(false)} />
            </nav>
            <div className="-mx-3 flex border-t border-line px-3 pt-2">
              <UserMenu isCollapsed={false} />
            </div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Logo className="size-6" />
      <span className="flex-1 font-semibold">{t.product}</span>
      <IconButton icon={Search} label={t.search} onClick={onSearch} className="size-9" />
    </header>
  );
}
