"use client";

import { Command } from "cmdk";
import { Check, ChevronDown, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { joinClasses } from "./join-classes.ts";
import { Popover } from "./popover.tsx";

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  /** Small print behind the label. */
  readonly note?: string;
  readonly icon?: ReactNode;
  readonly group?: string;
};

type ComboboxProps = {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly ComboboxOption[];
  readonly placeholder: string;
  readonly searchHint: string;
  readonly emptyText: string;
  /** Shown for a value that is none of the options, such as one that was deleted. */
  readonly unknownText?: string;
  readonly isInvalid?: boolean;
  readonly isDisabled?: boolean;
  readonly size?: "sm" | "md";
  readonly describedBy?: string | undefined;
  readonly clearText?: string;
  /** Offers to make what was typed; returns false when it cannot be made, and the pane stays open. */
  readonly create?: { text(typed: string): string; onCreate(typed: string): boolean };
  onChange(value: string | null): void;
};

/** Picks one of many: opens with a search field, walks with arrow keys. */
export function Combobox(props: ComboboxProps) {
  const {
    id,
    label,
    value,
    options,
    placeholder,
    isInvalid = false,
    isDisabled = false,
    size = "sm",
  } = props;
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const isUnknown = value !== null && value !== "" && !chosen;
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-[max(var(--radix-popover-trigger-width),240px)]"
      trigger={
        <button
          type="button"
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-label={id ? undefined : label}
          aria-invalid={isInvalid || undefined}
          aria-describedby={props.describedBy}
          disabled={isDisabled}
          className={joinClasses(
            "inline-flex w-full min-w-0 items-center gap-1.5 rounded-sm border border-line-strong bg-surface px-2.5 text-left transition-colors duration-[var(--fast)] hover:bg-hover disabled:bg-sunken disabled:opacity-70 aria-invalid:border-danger",
            size === "sm" ? "h-8 text-sm" : "h-9 text-base",
            isUnknown ? "text-danger-text" : chosen ? "text-ink" : "text-ink-3",
          )}
        >
          {chosen?.icon}
          <span className="min-w-0 flex-1 truncate">
            {chosen?.label ?? (isUnknown ? (props.unknownText ?? value) : placeholder)}
          </span>
          <ChevronDown className="size-4 shrink-0 text-ink-3" aria-hidden />
        </button>
      }
    >
      <ComboboxList {...props} onDone={() => setOpen(false)} />
    </Popover>
  );
}

type ComboboxListProps = Omit<ComboboxProps, "placeholder"> & { onDone(): void };

const GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3";
const ITEM =
  "flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-xs px-2 py-1 text-sm text-ink outline-none data-[selected=true]:bg-hover";

function ComboboxList(props: ComboboxListProps) {
  const { label, value, options, searchHint, emptyText, clearText, create, onChange, onDone } = props;
  const [search, setSearch] = useState("");
  const typed = search.trim();
  const pick = (next: string | null) => {
    onChange(next);
    onDone();
  };
  const groups = [...new Set(options.map((option) => option.group ?? ""))];
  return (
    <Command label={label} loop className="flex max-h-[inherit] flex-col">
      <Command.Input
        value={search}
        onValueChange={setSearch}
        placeholder={searchHint}
        className="h-9 shrink-0 border-b border-line bg-transparent px-3 text-sm text-ink outline-none"
      />
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1">
        {!create && (
          <Command.Empty className="px-3 py-5 text-center text-sm text-ink-3">{emptyText}</Command.Empty>
        )}
        {clearText && value !== null && typed === "" && (
          <Command.Item value="(none)" onSelect={() => pick(null)} className={`${ITEM} text-ink-2`}>
            {clearText}
          </Command.Item>
        )}
        {groups.map((group) => (
          <Command.Group key={group} heading={group || undefined} className={GROUP}>
            {options
              .filter((option) => (option.group ?? "") === group)
              .map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label, option.note ?? ""]}
                  onSelect={() => pick(option.value)}
                  className={ITEM}
                >
                  {option.icon}
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.note && <span className="max-w-32 truncate text-xs text-ink-3">{option.note}</span>}
                  {option.value === value && (
                    <Check className="size-4 shrink-0 text-accent-text" aria-hidden />
                  )}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
        {create && (
          <Command.Item
            forceMount
            value={`(create) ${typed}`}
            onSelect={() => create.onCreate(typed) && onDone()}
            className={`${ITEM} text-accent-text`}
          >
            <Plus className="size-4 shrink-0" aria-hidden />
            <span className="min-w-0 truncate">{create.text(typed)}</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
