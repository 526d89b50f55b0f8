"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { findMentionQuery, insertMention, matchPeople, type Person } from "./mention-text.ts";
import { commentMessages } from "./messages.ts";

type MentionFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly people: readonly Person[];
  onChange(value: string): void;
  onSend(): void;
  onCancel(): void;
};

const SHOWN_MAX = 6;
const TEXT_MAX_CHARS = 2_000;

/** A text in which `@` offers the colleagues who can be called. */
export function MentionField({ label, hint, value, people, ...hands }: MentionFieldProps) {
  const t = useTexts(commentMessages);
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const query = findMentionQuery(value, caret);
  const found =
    query === null || query.from === closedAt ? [] : matchPeople(people, query.words).slice(0, SHOWN_MAX);
  const chosen = Math.min(active, found.length - 1);

  const pick = (person: Person) => {
    if (query === null) return;
    const next = insertMention(value, { from: query.from, caret, name: person.name });
    hands.onChange(next.text);
    setCaret(next.caret);
    setClosedAt(query.from);
    // Only once React has written the text does the caret have a place in it.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const walkList = (event: KeyboardEvent): boolean => {
    const person = found[chosen];
    if (person === undefined) return false;
    if (event.key === "ArrowDown") setActive((chosen + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((chosen + found.length - 1) % found.length);
    else if (event.key === "Escape") setClosedAt(query?.from ?? null);
    else if (event.key === "Enter" || event.key === "Tab") pick(person);
    else return false;
    event.preventDefault();
    return true;
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || walkList(event)) return;
    if (event.key === "Escape") hands.onCancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) hands.onSend();
  };
  return (
    <div className="flex flex-col">
      <textarea
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: it opens where the reader has just clicked
        autoFocus
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
        placeholder={hint}
        value={value}
        rows={2}
        maxLength={TEXT_MAX_CHARS}
        onChange={(event) => {
          hands.onChange(event.target.value);
          if (closedAt !== null && event.target.value[closedAt] !== "@") setClosedAt(null);
          setCaret(event.target.selectionStart);
          setActive(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
        className={joinClasses(
          INPUT_CLASSES,
          "field-sizing-content h-auto max-h-40 min-h-14 resize-none py-1.5",
        )}
      />
      {found.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={t.people}
          className="mt-1 flex flex-col rounded-md border border-line bg-raised p-1 shadow-pop"
        >
          {found.map((person, index) => (
            <div
              key={person.userId}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              // The field keeps the focus, so that typing goes on behind the name.
              onPointerDown={(event) => {
                event.preventDefault();
                pick(person);
              }}
              className={joinClasses(
                "flex min-h-8 cursor-pointer items-center gap-2 rounded-xs px-2 text-sm text-ink",
                index === chosen && "bg-hover",
              )}
            >
              <Avatar name={person.name} size="sm" />
              <span className="min-w-0 truncate">{person.name}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
