"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { schemaAt } from "../form/schema-at.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { keyOf, useList } from "../lists/use-list.ts";
import { inspectorMessages } from "../messages.ts";
import { RichTextWidget } from "./rich-text-widget.tsx";
import { TagsWidget } from "./tags-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** Short words as tags; sentences for customers one under the other. */
export function ListWidget(props: WidgetProps) {
  const { definition } = useNodeScope();
  const isText = schemaAt(definition.config, `${props.path}[0]`, {})?.isText === true;
  return isText ? <TextList {...props} /> : <TagsWidget {...props} />;
}

function TextList({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const list = useList(path);
  return (
    <ListShell
      path={path}
      isRequired={isRequired}
      count={list.items.length}
      addLabel={t.addText}
      onAdd={() => list.add("")}
    >
      <Rows>
        {list.items.map((item, index) => (
          <Row key={keyOf(item, index)} list={list} index={index} name={t.textNumber(index + 1)}>
            <RichTextWidget path={`${path}[${index}]`} label={t.textNumber(index + 1)} />
          </Row>
        ))}
      </Rows>
    </ListShell>
  );
}
