"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { knowledgeMessages } from "./messages.ts";

/** The pages about what the workspace knows, in the order in which they stand. */
const SECTIONS = [
  { id: "bases", href: "/knowledge" },
  { id: "learning", href: "/knowledge/learning" },
  { id: "tasks", href: "/knowledge/tasks" },
  { id: "labels", href: "/knowledge/labels" },
  { id: "health", href: "/knowledge/health" },
] as const;

/** Tasks come and go by themselves; the number need not be of this second. */
const COUNT_MS = 60_000;
const COUNT_SHOWN = 99;

/** Leads from one page about knowledge to the others; each has its own address. */
export function SectionLinks() {
  const t = useTexts(knowledgeMessages);
  const path = usePathname();
  const trpc = useTRPC();
  const count = useQuery(
    trpc.knowledge.task.count.queryOptions(undefined, { refetchInterval: COUNT_MS, staleTime: COUNT_MS / 2 }),
  );
  const { mine = 0, overdue = 0 } = count.data ?? {};
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
          {id === "tasks" && mine > 0 && (
            <span className="ml-1.5">
              <Badge tone={overdue > 0 ? "danger" : "neutral"}>
                {mine > COUNT_SHOWN ? `${COUNT_SHOWN}+` : mine}
              </Badge>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
