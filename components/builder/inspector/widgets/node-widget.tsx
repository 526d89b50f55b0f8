"use client";

import { FieldShell } from "../form/field-shell.tsx";
import { NodePicker } from "../form/node-picker.tsx";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import type { WidgetProps } from "./widget-props.ts";

export function NodeWidget({ path, isRequired = false }: WidgetProps) {
  const { flowId, nodeId } = useNodeScope();
  const field = useField(path);
  const value = typeof field.value === "string" && field.value !== "" ? field.value : null;
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <NodePicker
          attributes={attributes}
          label={field.label}
          flowId={flowId}
          exceptId={nodeId}
          value={value}
          canClear={!isRequired}
          isDisabled={!field.canEdit}
          onChange={(next) => field.set(next ?? "")}
        />
      )}
    </FieldShell>
  );
}
