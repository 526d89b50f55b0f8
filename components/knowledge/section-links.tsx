"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { knowledgeMessages } from "./messages.ts";

/** The pages about what the workspace knows, in the order in which they stand. */
const SECTIONS = [{ id: "bases", href: "/knowledge" }] as const;

/** Leads from one page about knowledge to the others; each has its own address. */
export function SectionLinks() {
  const t = useTexts(knowledgeMessages);
  const path = usePathname();
  return (
    <nav aria-label={t.sectionsLabel} className="mb-5 flex gap-5 overflow-x-auto border-b border-line">
      {SECTIONS.map(({ id, href }) => (
        <Link
          key={id}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className={joinClasses(
            "-mb-px flex h-10 shrink-0 items-center whitespace-nowrap border-b-2 text-base transition-colors duration-[var(--fast)] hover:text-ink",
            path === href ? "border-accent font-medium text-ink" : "border-transparent text-ink-2",
          )}
        >
          {t.sections[id]}
        </Link>
      ))}
    </nav>
  );
}
