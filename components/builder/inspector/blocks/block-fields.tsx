"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { toList } from "../form/config-path.ts";
import { useConfigValue } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { useList } from "../lists/use-list.ts";
import { RichTextWidget } from "../widgets/rich-text-widget.tsx";
import { TemplateWidget } from "../widgets/template-widget.tsx";
import { TextWidget } from "../widgets/text-widget.tsx";
import { blockMessages } from "./messages.ts";

export type BlockType = "text" | "image" | "file" | "card" | "link";

/** The fields of one block, by its type. */
export function BlockFields({ path, type }: { readonly path: string; readonly type: BlockType }) {
  switch (type) {
    case "text":
      return <TextBlock path={path} />;
    case "image":
      return (
        <>
          <TemplateWidget path={`${path}.url`} isRequired />
          <TextWidget path={`${path}.alt`} />
        </>
      );
    case "file":
      return (
        <>
          <TemplateWidget path={`${path}.url`} isRequired />
          <TemplateWidget path={`${path}.name`} isRequired />
        </>
      );
    case "card":
      return <CardBlock path={path} />;
    case "link":
      return (
        <>
          <TextWidget path={`${path}.label`} isRequired />
          <TemplateWidget path={`${path}.url`} isRequired />
          <TextWidget path={`${path}.text`} />
        </>
      );
  }
}

function TextBlock({ path }: { readonly path: string }) {
  const t = useTexts(blockMessages);
  const list = useList(`${path}.variants`);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <RichTextWidget path={`${path}.text`} isRequired isLabelHidden />
      {isOpen || list.items.length > 0 ? (
        <ListShell
          path={`${path}.variants`}
          count={list.items.length}
          addLabel={t.addVariant}
          onAdd={() => list.add("")}
        >
          <Rows>
            {list.items.map((_item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a wording has nothing but its place
              <Row key={index} list={list} index={index} name={t.variantNumber(index + 1)}>
                <RichTextWidget
                  path={`${path}.variants[${index}]`}
                  label={t.variantNumber(index + 1)}
                  isLabelHidden
                />
              </Row>
            ))}
          </Rows>
        </ListShell>
      ) : (
        <button
          type="button"
          className="-mt-1 self-start text-xs text-ink-3 underline-offset-2 hover:text-ink hover:underline"
          onClick={() => {
            setOpen(true);
            list.add("");
          }}
        >
          {t.variants(0)}
        </button>
      )}
    </>
  );
}

function CardBlock({ path }: { readonly path: string }) {
  const t = useTexts(blockMessages);
  return (
    <>
      <TextWidget path={`${path}.title`} isRequired />
      <RichTextWidget path={`${path}.text`} />
      <PairList
        path={`${path}.fields`}
        addLabel={t.addRow}
        start={{ label: "", value: "" }}
        toName={t.rowNumber}
        renderPair={(item) => (
          <div className="flex flex-col gap-1.5">
            <TextWidget path={`${item}.label`} isLabelHidden />
            <TextWidget path={`${item}.value`} isLabelHidden />
          </div>
        )}
      />
      <TemplateWidget path={`${path}.imageUrl`} />
      <PairList
        path={`${path}.links`}
        addLabel={t.addLink}
        start={{ label: "", url: "" }}
        toName={t.linkNumber}
        renderPair={(item) => (
          <div className="flex flex-col gap-1.5">
            <TextWidget path={`${item}.label`} isLabelHidden />
            <TemplateWidget path={`${item}.url`} isLabelHidden />
          </div>
        )}
      />
    </>
  );
}

type PairListProps = {
  readonly path: string;
  readonly addLabel: string;
  readonly start: { readonly [key: string]: string };
  toName(number: number): string;
  renderPair(path: string): React.ReactNode;
};

function PairList({ path, addLabel, start, toName, renderPair }: PairListProps) {
  const list = useList(path);
  const count = toList(useConfigValue(path)).length;
  return (
    <ListShell path={path} count={count} addLabel={addLabel} onAdd={() => list.add(start)}>
      {count > 0 && (
        <Rows>
          {list.items.map((_item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pair has nothing but its place
            <Row key={index} list={list} index={index} name={toName(index + 1)}>
              {renderPair(`${path}[${index}]`)}
            </Row>
          ))}
        </Rows>
      )}
    </ListShell>
  );
}
