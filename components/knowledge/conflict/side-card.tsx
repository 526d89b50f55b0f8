"use client";

import { joinClasses } from "#components/ui/join-classes.ts";

type SideCardProps = {
  /** Whose it is. */
  readonly name: string;
  readonly text: string;
  readonly isChosen: boolean;
  onChoose(): void;
};

/** One of two versions of a field, in full, to be chosen. */
export function SideCard({ name, text, isChosen, onChoose }: SideCardProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={joinClasses(
        "flex flex-col items-start gap-1 rounded-md border p-3 text-left text-sm",
        isChosen ? "border-accent bg-accent-soft" : "border-line hover:bg-hover",
      )}
    >
      <span className="font-medium text-accent-text">{name}</span>
      <span className="max-h-48 w-full overflow-y-auto whitespace-pre-wrap break-words text-ink">{text}</span>
    </button>
  );
}
