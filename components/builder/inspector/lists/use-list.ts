"use client";

import type { Json } from "#flows/kernel/json.ts";
import { toList } from "../form/config-path.ts";
import { useConfigEdit, useConfigValue } from "../form/use-field.ts";

export type ListHands = {
  readonly items: readonly Json[];
  add(item: Json): void;
  remove(index: number): void;
  move(from: number, to: number): void;
  replace(items: readonly Json[]): void;
};

/** The items of a list in a config; every act is a step of undo of its own. */
export function useList(path: string): ListHands {
  const items = toList(useConfigValue(path));
  const edit = useConfigEdit();
  const replace = (next: readonly Json[]) => edit(path, next, "step");
  return {
    items,
    replace,
    add: (item) => replace([...items, item]),
    remove: (index) => replace(items.filter((_item, i) => i !== index)),
    move: (from, to) => {
      const item = items[from];
      if (item === undefined || to < 0 || to >= items.length || from === to) return;
      replace(items.toSpliced(from, 1).toSpliced(to, 0, item));
    },
  };
}

/** The id of an item, or its place where items have none. */
export function keyOf(item: unknown, index: number): string {
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
  return typeof id === "string" && id !== "" ? id : `#${index}`;
}

/** `option-3`: the first of the kind that is free. Ids become ports, so a deleted one is not given again while others are higher. */
export function nextId(items: readonly unknown[], prefix: string): string {
  const taken = new Set(items.map((item, index) => keyOf(item, index)));
  let number = items.length + 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
