"use client";

import { ChevronRight, Maximize2, X } from "lucide-react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { FaqSetEditor } from "./faq-set-editor.tsx";
import { findSet } from "./use-faq-set.ts";

type FaqSetRowProps = {
  readonly setId: string;
  readonly isOpen: boolean;
  readonly canEdit: boolean;
  onToggle(): void;
  onEnlarge(): void;
  onRemove(): void;
};

/** One set of a node: opened in place, or in a larger view. */
export function FaqSetRow({ setId, isOpen, canEdit, onToggle, onEnlarge, onRemove }: FaqSetRowProps) {
  const t = useTexts(understandingMessages).sets;
  const name = useBuilder((state) => findSet(state.bundle.faqSets, setId)?.name ?? null);
  const count = useBuilder((state) => findSet(state.bundle.faqSets, setId)?.entries.length ?? 0);
  const title = name ?? t.missing(setId);
  return (
    <li className="rounded-md border border-line bg-surface">
      <div className="flex items-center px-1">
        <button
          type="button"
          aria-expanded={isOpen}
          disabled={name === null}
          onClick={onToggle}
          className="flex h-9 min-w-0 flex-1 items-center gap-1.5 rounded-sm px-1 text-left text-sm"
        >
          <ChevronRight
            className={joinClasses(
              "size-4 shrink-0 text-ink-3 transition-transform duration-[var(--fast)]",
              isOpen && "rotate-90",
            )}
            aria-hidden
          />
          <span
            className={joinClasses(
              "min-w-0 flex-1 truncate font-medium",
              name === null ? "text-danger-text" : "text-ink",
            )}
          >
            {title}
          </span>
          {name !== null && <span className="shrink-0 text-xs text-ink-3">{t.entries(count)}</span>}
        </button>
        {name !== null && (
          <IconButton icon={Maximize2} label={t.large} className="size-7 text-ink-3" onClick={onEnlarge} />
        )}
        {canEdit && (
          <IconButton icon={X} label={t.remove(title)} className="size-7 text-ink-3" onClick={onRemove} />
        )}
      </div>
      {isOpen && name !== null && (
        <div className="border-t border-line p-2">
          <FaqSetEditor setId={setId} />
        </div>
      )}
    </li>
  );
}
