"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useMe } from "./me.ts";
import { consoleMessages } from "./messages.ts";
import { NAV_ITEMS } from "./nav-items.ts";

type NavListProps = { readonly isCollapsed: boolean; onNavigate?(): void };

export function NavList({ isCollapsed, onNavigate }: NavListProps) {
  const t = useTexts(consoleMessages);
  const { permissions } = useMe();
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {NAV_ITEMS.filter((item) => permissions.includes(item.permission)).map(({ id, href, icon: Icon }) => {
        const isHere = pathname === href || pathname.startsWith(`${href}/`);
        const link = (
          <Link
            href={href}
            {...(onNavigate ? { onClick: onNavigate } : {})}
            aria-current={isHere ? "page" : undefined}
            className={joinClasses(
              "flex h-9 items-center gap-2.5 rounded-sm text-base transition-colors duration-[var(--fast)]",
              isCollapsed ? "justify-center" : "px-2.5",
              isHere
                ? "bg-accent-soft font-medium text-accent-text"
                : "text-ink-2 hover:bg-hover hover:text-ink",
            )}
          >
            <Icon className="size-4.5 shrink-0" aria-hidden />
            <span className={isCollapsed ? "sr-only" : "truncate"}>{t[id]}</span>
          </Link>
        );
        return (
          <li key={id}>
            {isCollapsed ? (
              <Tooltip text={t[id]} side="right">
                {link}
              </Tooltip>
            ) : (
              link
            )}
          </li>
        );
      })}
    </ul>
  );
}
