"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { getChild, toList } from "../form/config-path.ts";
import { useConfigValue } from "../form/use-field.ts";
import { type FoldItemProps, FoldList } from "../lists/fold-list.tsx";
import { FoldRow } from "../lists/fold-row.tsx";
import { LinesField } from "../lists/lines-field.tsx";
import { useItemName } from "../lists/use-item-name.ts";
import { ExamineIntents } from "../understanding/examine-intents.tsx";
import { IntentCode } from "../understanding/intent-code.tsx";
import { IntentRemoval } from "../understanding/intent-removal.tsx";
import { toThreshold } from "../understanding/intent-threshold.ts";
import { IntentThresholdNote } from "../understanding/intent-threshold-note.tsx";
import { understandingMessages } from "../understanding/messages.ts";
import { TryIntent } from "../understanding/try-intent.tsx";
import { NumberWidget } from "./number-widget.tsx";
import { PlainTextWidget } from "./plain-text-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const EXAMPLES_ADVISED = 3;

/** What customers may want, with the sentences by which it is recognised. */
export function IntentsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(understandingMessages);
  return (
    <FoldList
      path={path}
      isRequired={isRequired}
      addLabel={t.addIntent}
      idPrefix="intent"
      toItem={(id) => ({ id, name: "", examples: [] })}
      head={
        <>
          <TryIntent path={path} />
          <ExamineIntents path={path} />
        </>
      }
      Row={IntentRow}
    />
  );
}

function IntentRow({ list, path, index, isOpen, onToggle, onOpen }: FoldItemProps) {
  const t = useTexts(understandingMessages);
  const name = useItemName(path, "name", t.intentNumber(index + 1));
  const intent = useConfigValue(path);
  const id = String(getChild(intent, "id") ?? "");
  const count = toList(getChild(intent, "examples")).length;
  const [isRemoving, setRemoving] = useState(false);
  return (
    <>
      <FoldRow
        list={list}
        path={path}
        index={index}
        title={name}
        note={<span className={count < EXAMPLES_ADVISED ? "text-warn-text" : ""}>{t.examples(count)}</span>}
        isOpen={isOpen}
        onToggle={onToggle}
        onRemove={() => setRemoving(true)}
      >
        <PlainTextWidget path={`${path}.name`} isRequired />
        <LinesField path={`${path}.examples`} warnBelow={EXAMPLES_ADVISED} />
        <PlainTextWidget path={`${path}.description`} />
        <LinesField path={`${path}.negatives`} />
        <NumberWidget path={`${path}.threshold`} />
        <IntentThresholdNote intentId={id} threshold={toThreshold(intent)} />
        <IntentCode key={id} intentId={id} onRenamed={onOpen} />
      </FoldRow>
      {isRemoving && (
        <IntentRemoval
          intentId={id}
          path={path}
          name={name}
          onRemove={() => list.remove(index)}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
