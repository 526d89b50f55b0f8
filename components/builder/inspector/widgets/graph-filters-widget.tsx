"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import { GRAPH_COMPARISONS } from "#flows/knowledge/graph-filter.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { useList } from "../lists/use-list.ts";
import { inspectorMessages } from "../messages.ts";
import { GraphNameWidget } from "./graph-name-widget.tsx";
import { TemplateWidget } from "./template-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** What must be true of things: an attribute, how it is compared, and with what. */
export function GraphFiltersWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const list = useList(path);
  return (
    <ListShell
      path={path}
      isRequired={isRequired}
      count={list.items.length}
      addLabel={t.addGraphFilter}
      onAdd={() => list.add({ attribute: "", is: "is", value: "" })}
    >
      {list.items.length > 0 && (
        <Rows>
          {list.items.map((_item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own
            <Row key={index} list={list} index={index} name={t.item(index + 1)}>
              <FilterRow path={`${path}[${index}]`} number={index + 1} />
            </Row>
          ))}
        </Rows>
      )}
    </ListShell>
  );
}

function FilterRow({ path, number }: { readonly path: string; readonly number: number }) {
  const { texts } = useNodeScope();
  const is = useField(`${path}.is`);
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <GraphNameWidget path={`${path}.attribute`} isRequired isLabelHidden />
        </div>
        <Select
          label={`${is.label} ${number}`}
          size="sm"
          value={GRAPH_COMPARISONS.find((own) => own === is.value) ?? "is"}
          isDisabled={!is.canEdit}
          className="w-28 shrink-0"
          options={GRAPH_COMPARISONS.map((value) => ({ value, label: texts.values?.[value] ?? value }))}
          onChange={is.set}
        />
      </div>
      <TemplateWidget path={`${path}.value`} isLabelHidden />
    </div>
  );
}
