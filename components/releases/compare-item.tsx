"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Change } from "#flows/compare/change.ts";
import { ChangeMark } from "./change-mark.tsx";
import { FieldDifference } from "./field-difference.tsx";

type CompareItemProps = { readonly change: Change; readonly isOpen: boolean; onToggle(): void };

export function CompareItem({ change, isOpen, onToggle }: CompareItemProps) {
  const locale = usePreferences((state) => state.locale);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // A click on the canvas opens it, wherever the list stands.
    if (isOpen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li ref={item} className={isOpen ? "bg-accent-soft/40" : undefined}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex w-full items-start gap-2 px-4 py-2.5 text-left text-sm text-ink hover:bg-hover"
      >
        <span className="mt-0.5">
          <ChangeMark type={change.type} />
        </span>
        <span className="min-w-0 flex-1 break-words">
          {change.title[locale]}
          {change.type === "changed" && !isOpen && (
            <span className="block truncate text-ink-3">
              {change.fields.map((field) => field.label[locale]).join("、")}
            </span>
          )}
        </span>
        {change.fields.length > 0 && (
          <ChevronRight
            className={joinClasses(
              "mt-0.5 size-4 shrink-0 text-ink-3 transition-transform duration-[var(--fast)]",
              isOpen && "rotate-90",
            )}
            aria-hidden
          />
        )}
      </button>
      {isOpen && change.fields.length > 0 && (
        <dl className="flex flex-col gap-3 px-4 pb-4 pl-10">
          {change.fields.map((field) => (
            <FieldDifference key={field.path} field={field} />
          ))}
        </dl>
      )}
    </li>
  );
}
