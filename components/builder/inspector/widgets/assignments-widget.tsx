"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import { toKeys } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import { ValueSourceField } from "../form/value-source-field.tsx";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { keyOf, useList } from "../lists/use-list.ts";
import { inspectorMessages } from "../messages.ts";
import { VariableWidget } from "./variable-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const OPS = ["set", "append", "inc", "clear"] as const;

/** What is written to which variable, from top to bottom. */
export function AssignmentsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const list = useList(path);
  const { flowId } = useNodeScope();
  const first = useBuilder((state) => findFlow(state.bundle, flowId)?.variables[0]?.name);
  return (
    <ListShell
      path={path}
      isRequired={isRequired}
      count={list.items.length}
      addLabel={t.addAssignment}
      onAdd={() => list.add({ variable: list.items.length === 0 ? (first ?? "") : "" })}
    >
      <Rows>
        {list.items.map((item, index) => (
          <Row key={keyOf(item, index)} list={list} index={index} name={`${t.assignment} ${index + 1}`}>
            <AssignmentRow path={`${path}[${index}]`} />
          </Row>
        ))}
      </Rows>
    </ListShell>
  );
}

function AssignmentRow({ path }: { readonly path: string }) {
  const { texts, flowId } = useNodeScope();
  const op = useField(`${path}.op`);
  const name = useField(`${path}.variable`).value;
  const type = useBuilder(
    (state) => findFlow(state.bundle, flowId)?.variables.find((own) => own.name === name)?.type ?? null,
  );
  const current = OPS.find((own) => own === op.value) ?? "set";
  const valueType = current === "inc" ? "number" : current === "append" ? null : type;
  const place = toKeys(path).at(-1);
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <VariableWidget path={`${path}.variable`} isRequired isLabelHidden />
        </div>
        <Select
          label={`${op.label} ${Number(place) + 1}`}
          size="sm"
          value={current}
          isDisabled={!op.canEdit}
          className="w-28 shrink-0"
          options={OPS.map((value) => ({ value, label: texts.values?.[value] ?? value }))}
          onChange={op.set}
        />
      </div>
      {current !== "clear" && (
        <ValueSourceField
          path={`${path}.value`}
          label={texts.fields["assignments[].value"] ?? ""}
          type={valueType}
        />
      )}
    </div>
  );
}
