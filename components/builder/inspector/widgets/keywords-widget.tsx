"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { getChild, toList } from "../form/config-path.ts";
import { useConfigValue } from "../form/use-field.ts";
import { FoldRow } from "../lists/fold-row.tsx";
import { LinesField } from "../lists/lines-field.tsx";
import { ListShell } from "../lists/list-shell.tsx";
import { useItemName } from "../lists/use-item-name.ts";
import { keyOf, type ListHands, nextId, useList } from "../lists/use-list.ts";
import { useOpenItem } from "../lists/use-open-item.ts";
import { inspectorMessages } from "../messages.ts";
import { PlainTextWidget } from "./plain-text-widget.tsx";
import { SelectWidget } from "./select-widget.tsx";
import { TagsWidget } from "./tags-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const MATCHES = ["contains", "whole", "starts"] as const;

/** Groups of words; the first that fits wins, so their order counts. */
export function KeywordsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const list = useList(path);
  const items = useOpenItem(path, list);
  return (
    <ListShell
      path={path}
      isRequired={isRequired}
      count={list.items.length}
      addLabel={t.addGroup}
      onAdd={() => {
        const id = nextId(list.items, "group");
        list.add({ id });
        items.open(id);
      }}
    >
      <ul data-rows className="flex flex-col gap-1.5">
        {list.items.map((item, index) => {
          const key = keyOf(item, index);
          return (
            <GroupRow
              key={key}
              list={list}
              path={`${path}[${index}]`}
              index={index}
              isOpen={items.isOpen(key)}
              onToggle={() => items.toggle(key)}
            />
          );
        })}
      </ul>
    </ListShell>
  );
}

type GroupRowProps = {
  readonly list: ListHands;
  readonly path: string;
  readonly index: number;
  readonly isOpen: boolean;
  onToggle(): void;
};

function GroupRow({ list, path, index, isOpen, onToggle }: GroupRowProps) {
  const t = useTexts(inspectorMessages);
  const name = useItemName(path, "name", t.groupNumber(index + 1));
  const value = useConfigValue(path);
  const note = t.wordsCount(
    toList(getChild(value, "words")).length,
    toList(getChild(value, "patterns")).length,
  );
  return (
    <FoldRow
      list={list}
      path={path}
      index={index}
      title={name}
      note={note}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <PlainTextWidget path={`${path}.name`} />
      <TagsWidget path={`${path}.words`} />
      <SelectWidget path={`${path}.match`} values={MATCHES} />
      <TagsWidget path={`${path}.except`} />
      <LinesField path={`${path}.patterns`} />
    </FoldRow>
  );
}
