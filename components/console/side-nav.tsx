"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Logo } from "#components/ui/logo.tsx";
import { consoleMessages } from "./messages.ts";
import { NavList } from "./nav-list.tsx";
import { SearchButton } from "./search-button.tsx";
import { UserMenu } from "./user-menu.tsx";
import { WorkspaceSwitch } from "./workspace-switch.tsx";

export function SideNav({ onSearch }: { onSearch(): void }) {
  const t = useTexts(consoleMessages);
  const { isNavCollapsed: isCollapsed, setNavCollapsed } = usePreferences();
  return (
    <nav
      aria-label={t.nav}
      className={joinClasses(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-surface p-2.5 md:flex",
        isCollapsed ? "w-14" : "w-58",
      )}
    >
      <div
        className={joinClasses(
          "mb-2 flex items-center",
          isCollapsed ? "flex-col gap-1" : "justify-between pl-1",
        )}
      >
        <Link href="/bots" className="flex h-9 items-center gap-2 rounded-sm">
          <Logo />
          <span className={isCollapsed ? "sr-only" : "text-lg font-semibold tracking-tight"}>
            {t.product}
          </span>
        </Link>
        <IconButton
          icon={isCollapsed ? PanelLeftOpen : PanelLeftClose}
          label={isCollapsed ? t.expand : t.collapse}
          side="right"
          aria-expanded={!isCollapsed}
          onClick={() => setNavCollapsed(!isCollapsed)}
        />
      </div>
      <div className="mb-3 flex flex-col gap-2">
        <WorkspaceSwitch isCollapsed={isCollapsed} />
        <SearchButton isCollapsed={isCollapsed} onOpen={onSearch} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NavList isCollapsed={isCollapsed} />
      </div>
      <div className="-mx-2.5 flex border-t border-line px-2.5 pt-2">
        <UserMenu isCollapsed={isCollapsed} />
      </div>
    </nav>
  );
}
