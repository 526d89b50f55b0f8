"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type TabsProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly { readonly value: Value; readonly label: string; readonly content: ReactNode }[];
  /** `pills` inside a page that is itself one of several side by side: two lines of tabs would look like one choice. */
  readonly look?: "line" | "pills";
  onChange(value: Value): void;
};

const LOOKS = {
  line: {
    list: "flex gap-5 overflow-x-auto border-b border-line",
    tab: "-mb-px h-10 -outline-offset-2 shrink-0 whitespace-nowrap border-b-2 border-transparent text-base text-ink-2 transition-colors duration-[var(--fast)] hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink",
  },
  pills: {
    list: "flex max-w-full gap-1 overflow-x-auto",
    tab: "h-8 -outline-offset-2 shrink-0 whitespace-nowrap rounded-sm px-3 text-sm text-ink-2 transition-colors duration-[var(--fast)] hover:bg-hover hover:text-ink data-[state=active]:bg-accent-soft data-[state=active]:font-medium data-[state=active]:text-accent-text",
  },
} as const;

/** Views of one thing; the address holds which, so that it can be sent to a colleague. */
export function Tabs<Value extends string>({
  label,
  value,
  tabs,
  look = "line",
  onChange,
}: TabsProps<Value>) {
  const classes = LOOKS[look];
  return (
    <Primitive.Root
      value={value}
      onValueChange={(next) => {
        const tab = tabs.find((candidate) => candidate.value === next);
        if (tab) onChange(tab.value);
      }}
    >
      <Primitive.List aria-label={label} className={classes.list}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.value} value={tab.value} className={classes.tab}>
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content
          key={tab.value}
          value={tab.value}
          className={look === "line" ? "pt-5 outline-none" : "pt-4 outline-none"}
          tabIndex={-1}
        >
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
