"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Json } from "#flows/kernel/json.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { schemaAt } from "../form/schema-at.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { keyOf, nextId, useList } from "../lists/use-list.ts";
import { inspectorMessages } from "../messages.ts";
import { ExitRow } from "./exit-row.tsx";
import { IntentExitRow } from "./intent-exit-row.tsx";
import { OptionRow } from "./option-row.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** Ids that mean something outside of this list: an end's outcome, an intent. The author writes them. */
const NAMED_LISTS = ["exits", "intents"];

/** Buttons and exits. Their ids are the ports' and stay what they are when a label or the order changes. */
export function OptionsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const { definition } = useNodeScope();
  const list = useList(path);
  const isNamed = NAMED_LISTS.includes(path);
  const hasSynonyms = schemaAt(definition.config, `${path}[0].synonyms`, {}) !== null;
  const addLabel = isNamed
    ? path === "intents"
      ? t.addIntentExit
      : t.addExit
    : path === "quickReplies"
      ? t.addReply
      : path === "suggestions"
        ? t.addQuestion
        : t.addOption;
  const add = () => list.add(toItem(path, nextId(list.items, isNamed ? "exit" : "option")));
  return (
    <ListShell path={path} isRequired={isRequired} count={list.items.length} addLabel={addLabel} onAdd={add}>
      {list.items.length > 0 && (
        <Rows>
          {list.items.map((item, index) => (
            <Row
              key={isNamed ? `#${index}` : keyOf(item, index)}
              list={list}
              index={index}
              name={t.optionNumber(index + 1)}
            >
              {path === "intents" ? (
                <IntentExitRow path={`${path}[${index}]`} />
              ) : isNamed ? (
                <ExitRow path={`${path}[${index}]`} />
              ) : (
                <OptionRow path={`${path}[${index}]`} index={index} hasSynonyms={hasSynonyms} />
              )}
            </Row>
          ))}
        </Rows>
      )}
    </ListShell>
  );
}

/** Which intent it is only its author knows; an outcome gets a number, an option a label to fill in. */
function toItem(path: string, id: string): Json {
  if (path === "intents") return { id: "" };
  return NAMED_LISTS.includes(path) ? { id } : { id, label: "" };
}
