"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { getChild, toList } from "../form/config-path.ts";
import { useConfigValue } from "../form/use-field.ts";
import { type FoldItemProps, FoldList } from "../lists/fold-list.tsx";
import { FoldRow } from "../lists/fold-row.tsx";
import { LinesField } from "../lists/lines-field.tsx";
import { useItemName } from "../lists/use-item-name.ts";
import { inspectorMessages } from "../messages.ts";
import { PlainTextWidget } from "./plain-text-widget.tsx";
import { SelectWidget } from "./select-widget.tsx";
import { TagsWidget } from "./tags-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const MATCHES = ["contains", "whole", "starts"] as const;

/** Groups of words; the first that fits wins, so their order counts. */
export function KeywordsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  return (
    <FoldList
      path={path}
      isRequired={isRequired}
      addLabel={t.addGroup}
      idPrefix="group"
      toItem={(id) => ({ id })}
      Row={GroupRow}
    />
  );
}

function GroupRow({ list, path, index, isOpen, onToggle }: FoldItemProps) {
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
