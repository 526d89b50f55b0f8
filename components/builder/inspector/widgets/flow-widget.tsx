"use client";

import { SquareArrowOutUpRight } from "lucide-react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { addSubflow } from "#flows/editing/edits/subflows.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { toFlowId } from "../form/to-flow-id.ts";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import type { WidgetProps } from "./widget-props.ts";

/** The flow that is called; a new one is made and opened from here. */
export function FlowWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages).flow;
  const field = useField(path);
  const store = useBuilderStore();
  const subflows = useBuilder((state) => state.bundle.subflows);
  const value = typeof field.value === "string" && field.value !== "" ? field.value : null;
  const create = (typed: string): boolean => {
    const id = toFlowId(typed, Object.keys(store.getState().bundle.subflows));
    store.getState().edit((bundle) => addSubflow(bundle, id, typed), { label: "subflow" });
    field.set(id);
    return true;
  };
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <div className="flex gap-1">
          <Combobox
            id={attributes.id}
            label={field.label}
            value={value}
            options={Object.keys(subflows).map((id) => ({ value: id, label: nameFlow({ subflows }, id) }))}
            placeholder={t.pick}
            searchHint={t.search}
            emptyText={t.none}
            {...(value ? { unknownText: t.missing(value) } : {})}
            isInvalid={attributes["aria-invalid"] ?? false}
            isDisabled={!field.canEdit}
            create={{ text: t.create, onCreate: create }}
            onChange={(id) => field.set(id ?? "")}
          />
          {value !== null && Object.hasOwn(subflows, value) && (
            <IconButton
              icon={SquareArrowOutUpRight}
              label={t.open}
              onClick={() => store.getState().openFlow(value)}
            />
          )}
        </div>
      )}
    </FieldShell>
  );
}
