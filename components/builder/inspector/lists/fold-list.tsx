"use client";

import type { ComponentType, ReactNode } from "react";
import type { Json } from "#flows/kernel/json.ts";
import { ListShell } from "./list-shell.tsx";
import { keyOf, type ListHands, nextId, useList } from "./use-list.ts";
import { useOpenItem } from "./use-open-item.ts";

/** What a row of the list gets; it draws itself as a `FoldRow`. */
export type FoldItemProps = {
  readonly list: ListHands;
  readonly path: string;
  readonly index: number;
  readonly isOpen: boolean;
  onToggle(): void;
  /** Unfolds the item of this id, such as one that has just got another. */
  onOpen(id: string): void;
};

type FoldListProps = {
  readonly path: string;
  readonly isRequired?: boolean;
  readonly addLabel: string;
  /** New items are numbered behind it: `intent-3`. */
  readonly idPrefix: string;
  toItem(id: string): Json;
  /** Above the items, once there are some. */
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  readonly Row: ComponentType<FoldItemProps>;
};

/** Items with ids of their own, of which one at a time is unfolded to be edited. */
export function FoldList({ path, isRequired = false, addLabel, idPrefix, ...rest }: FoldListProps) {
  const { toItem, head, foot, Row } = rest;
  const list = useList(path);
  const items = useOpenItem(path, list);
  const add = () => {
    const id = nextId(list.items, idPrefix);
    list.add(toItem(id));
    items.open(id);
  };
  return (
    <ListShell path={path} isRequired={isRequired} count={list.items.length} addLabel={addLabel} onAdd={add}>
      {list.items.length > 0 && head}
      {list.items.length > 0 && (
        <ul data-rows className="flex flex-col gap-1.5">
          {list.items.map((item, index) => {
            const key = keyOf(item, index);
            return (
              <Row
                key={key}
                list={list}
                path={`${path}[${index}]`}
                index={index}
                isOpen={items.isOpen(key)}
                onToggle={() => items.toggle(key)}
                onOpen={items.open}
              />
            );
          })}
        </ul>
      )}
      {foot}
    </ListShell>
  );
}
