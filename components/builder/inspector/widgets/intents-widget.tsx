"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { pickText } from "#flows/kernel/text.ts";
import { getChild, toList } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigValue } from "../form/use-field.ts";
import { FoldRow } from "../lists/fold-row.tsx";
import { LinesField } from "../lists/lines-field.tsx";
import { ListShell } from "../lists/list-shell.tsx";
import { useItemName } from "../lists/use-item-name.ts";
import { keyOf, type ListHands, nextId, useList } from "../lists/use-list.ts";
import { useOpenItem } from "../lists/use-open-item.ts";
import { toText } from "../templates/use-text-mode.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { readIntentMatch } from "../understanding/read-match.ts";
import { ScoreList } from "../understanding/score-list.tsx";
import { TryBox } from "../understanding/try-box.tsx";
import { NumberWidget } from "./number-widget.tsx";
import { PlainTextWidget } from "./plain-text-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const EXAMPLES_ADVISED = 3;

/** What customers may want, with the sentences by which it is recognised. */
export function IntentsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(understandingMessages);
  const list = useList(path);
  const items = useOpenItem(path, list);
  return (
    <ListShell
      path={path}
      isRequired={isRequired}
      count={list.items.length}
      addLabel={t.addIntent}
      onAdd={() => {
        const id = nextId(list.items, "intent");
        list.add({ id, name: "", examples: [] });
        items.open(id);
      }}
    >
      {list.items.length > 0 && <TryIntent list={list} />}
      {list.items.length > 0 && (
        <ul data-rows className="flex flex-col gap-1.5">
          {list.items.map((item, index) => {
            const key = keyOf(item, index);
            return (
              <IntentRow
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
      )}
    </ListShell>
  );
}

type IntentRowProps = {
  readonly list: ListHands;
  readonly path: string;
  readonly index: number;
  readonly isOpen: boolean;
  onToggle(): void;
};

function IntentRow({ list, path, index, isOpen, onToggle }: IntentRowProps) {
  const t = useTexts(understandingMessages);
  const name = useItemName(path, "name", t.intentNumber(index + 1));
  const count = toList(getChild(useConfigValue(path), "examples")).length;
  return (
    <FoldRow
      list={list}
      path={path}
      index={index}
      title={name}
      note={<span className={count < EXAMPLES_ADVISED ? "text-warn-text" : ""}>{t.examples(count)}</span>}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <PlainTextWidget path={`${path}.name`} isRequired />
      <LinesField path={`${path}.examples`} warnBelow={EXAMPLES_ADVISED} />
      <PlainTextWidget path={`${path}.description`} />
      <LinesField path={`${path}.negatives`} />
      <NumberWidget path={`${path}.threshold`} />
    </FoldRow>
  );
}

function TryIntent({ list }: { readonly list: ListHands }) {
  const t = useTexts(understandingMessages);
  const { flowId, nodeId } = useNodeScope();
  const locale = usePreferences((state) => state.locale);
  const nameOf = (id: string) => {
    const text = toText(
      getChild(
        list.items.find((item) => getChild(item, "id") === id),
        "name",
      ),
    );
    return (text && pickText(text, locale, locale)) || id;
  };
  return (
    <TryBox
      toRequest={(text) => ({ mode: "inline", name: "match-intent", input: { flowId, nodeId, text } })}
      renderMatch={(value) => {
        const { outcome, candidates } = readIntentMatch(value);
        return (
          <ScoreList
            outcome={outcome === "sure" ? t.sure : outcome === "ambiguous" ? t.unsure : t.miss}
            tone={outcome === "sure" ? "success" : outcome === "ambiguous" ? "warn" : "neutral"}
            scores={candidates.map(({ intentId, score }) => ({
              id: intentId,
              label: nameOf(intentId),
              score,
            }))}
          />
        );
      }}
    />
  );
}
