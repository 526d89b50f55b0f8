"use client";

import { useNodeScope } from "../form/node-scope.ts";
import { schemaAt } from "../form/schema-at.ts";
import { SpecialDates } from "../hours/special-dates.tsx";
import { WeekGrid } from "../hours/week-grid.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** Hours of a week, or of single dates; the schema says which. */
export function HoursWidget({ path, isRequired = false }: WidgetProps) {
  const { definition } = useNodeScope();
  const isWeek = schemaAt(definition.config, `${path}[0].day`, {}) !== null;
  return isWeek ? <WeekGrid path={path} isRequired={isRequired} /> : <SpecialDates path={path} />;
}
