"use client";

import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { ControlAttributes } from "../form/field-shell.tsx";
import { inspectorMessages } from "../messages.ts";
import { splitLines } from "./split-lines.ts";

type TagInputProps = {
  readonly attributes: ControlAttributes;
  readonly tags: readonly string[];
  readonly placeholder?: string;
  readonly isDisabled: boolean;
  onChange(tags: readonly string[]): void;
};

/** Short texts as tags. Enter or a comma adds; a pasted column adds them all; Backspace takes the last one back for editing. */
export function TagInput({ attributes, tags, placeholder, isDisabled, onChange }: TagInputProps) {
  const t = useTexts(inspectorMessages);
  const [draft, setDraft] = useState("");
  const add = (lines: readonly string[]) => {
    const fresh = [...new Set(lines)].filter((line) => !tags.includes(line));
    if (fresh.length > 0) onChange([...tags, ...fresh]);
    setDraft("");
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter ends a composition first (pinyin); that one is not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === "," || event.key === "，") {
      event.preventDefault();
      add(splitLines(draft));
    } else if (event.key === "Backspace" && draft === "" && tags.length > 0) {
      event.preventDefault();
      setDraft(tags.at(-1) ?? "");
      onChange(tags.slice(0, -1));
    }
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const lines = splitLines(event.clipboardData.getData("text"));
    if (lines.length < 2) return;
    event.preventDefault();
    add(lines);
  };
  return (
    <div
      className={joinClasses(
        "flex min-h-8 flex-wrap items-center gap-1 rounded-sm border border-line-strong bg-surface px-1 py-[3px] focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus hover:border-ink-3",
        attributes["aria-invalid"] && "border-danger",
        isDisabled && "bg-sunken",
      )}
    >
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-xs bg-sunken pl-1.5 text-xs text-ink"
        >
          <span className="min-w-0 truncate">{tag}</span>
          <button
            type="button"
            aria-label={t.removeTag(tag)}
            disabled={isDisabled}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
            className="inline-flex size-5 shrink-0 items-center justify-center rounded-xs text-ink-3 hover:text-ink"
          >
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <input
        {...attributes}
        value={draft}
        readOnly={isDisabled}
        placeholder={tags.length === 0 ? (placeholder ?? t.tagHint) : ""}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={press}
        onPaste={paste}
        onBlur={() => draft.trim() !== "" && add(splitLines(draft))}
        className="h-6 min-w-20 flex-1 bg-transparent px-1 text-sm text-ink outline-none"
      />
    </div>
  );
}
