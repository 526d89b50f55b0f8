"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useNodeScope } from "../form/node-scope.ts";
import { schemaAt } from "../form/schema-at.ts";
import { useConfigValue, useField } from "../form/use-field.ts";
import { ValueSourceField } from "../form/value-source-field.tsx";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { useList } from "../lists/use-list.ts";
import { inspectorMessages } from "../messages.ts";
import { VariableWidget } from "./variable-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

const NO_VARIABLES: readonly FlowVariable[] = [];

/** Names on the left, values or our own variables on the right. */
export function MappingWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const { definition } = useNodeScope();
  const list = useList(path);
  const isIntoVariable = schemaAt(definition.config, `${path}[0].variable`, {}) !== null;
  const addLabel =
    path === "inputs" || path === "outputs" || path === "attributes"
      ? t.addMapping[path]
      : t.addMapping.other;
  const add = () =>
    list.add(
      isIntoVariable ? { name: "", variable: "" } : { name: "", value: { type: "literal", value: null } },
    );
  return (
    <ListShell path={path} isRequired={isRequired} count={list.items.length} addLabel={addLabel} onAdd={add}>
      {list.items.length > 0 && (
        <Rows>
          {list.items.map((_item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own until one is chosen
            <Row key={index} list={list} index={index} name={t.item(index + 1)}>
              <MappingRow path={`${path}[${index}]`} isIntoVariable={isIntoVariable} />
            </Row>
          ))}
        </Rows>
      )}
    </ListShell>
  );
}

type MappingRowProps = { readonly path: string; readonly isIntoVariable: boolean };

function MappingRow({ path, isIntoVariable }: MappingRowProps) {
  const { kind } = useNodeScope();
  const label = useField(`${path}.value`).label;
  const name = useConfigValue(`${path}.name`);
  const variables = useCalledVariables();
  const type = variables.find((variable) => variable.name === name)?.type ?? null;
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-2">
      {kind === "subflow" ? <CalledVariable path={`${path}.name`} /> : <NameField path={`${path}.name`} />}
      {isIntoVariable ? (
        <VariableWidget path={`${path}.variable`} isRequired />
      ) : (
        <ValueSourceField path={`${path}.value`} label={label} type={type} />
      )}
    </div>
  );
}

function NameField({ path }: { readonly path: string }) {
  const field = useField(path);
  return (
    <FieldShell {...field} isLabelHidden>
      {(attributes) => (
        <input
          {...attributes}
          className={INPUT}
          readOnly={!field.canEdit}
          placeholder={field.label}
          value={typeof field.value === "string" ? field.value : ""}
          onChange={(event) => field.set(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

function CalledVariable({ path }: { readonly path: string }) {
  const t = useTexts(inspectorMessages);
  const field = useField(path);
  const variables = useCalledVariables();
  return (
    <FieldShell {...field} isLabelHidden>
      {(attributes) => (
        <Combobox
          id={attributes.id}
          label={field.label}
          value={typeof field.value === "string" && field.value !== "" ? field.value : null}
          options={variables.map(({ name, description }) => ({
            value: name,
            label: name,
            ...(description ? { note: description } : {}),
          }))}
          placeholder={field.label}
          searchHint={field.label}
          emptyText={t.subVariableNone}
          isInvalid={attributes["aria-invalid"] ?? false}
          isDisabled={!field.canEdit}
          onChange={(name) => field.set(name ?? "")}
        />
      )}
    </FieldShell>
  );
}

function useCalledVariables(): readonly FlowVariable[] {
  const flowId = useConfigValue("flowId");
  return useBuilder((state) =>
    typeof flowId === "string" ? (findFlow(state.bundle, flowId)?.variables ?? NO_VARIABLES) : NO_VARIABLES,
  );
}
