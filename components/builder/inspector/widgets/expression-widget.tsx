"use client";

import { useField } from "../form/use-field.ts";
import { ExpressionField } from "../templates/expression-field.tsx";
import type { WidgetProps } from "./widget-props.ts";

export function ExpressionWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  return (
    <ExpressionField
      {...field}
      value={typeof field.value === "string" ? field.value : ""}
      isRequired={isRequired}
      isLabelHidden={isLabelHidden}
      onChange={field.set}
    />
  );
}
