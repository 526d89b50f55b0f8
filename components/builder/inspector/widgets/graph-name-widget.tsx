"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import { toList } from "../form/config-path.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useConfigValue, useField } from "../form/use-field.ts";
import type { WidgetProps } from "./widget-props.ts";

/** The name of a type, an attribute or a relation: those of the chosen bases are offered, any other may be written. */
export function GraphNameWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  const listId = useId();
  const trpc = useTRPC();
  const baseIds = toList(useConfigValue("bases")).filter((id) => typeof id === "string");
  const { data } = useQuery(
    trpc.knowledge.graph.names.queryOptions({ baseIds }, { enabled: baseIds.length > 0 }),
  );
  const names = (path === "entityType" ? data?.types : data?.predicates) ?? [];
  return (
    <FieldShell {...field} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            className={INPUT}
            list={listId}
            maxLength={120}
            readOnly={!field.canEdit}
            placeholder={isLabelHidden ? field.label : ""}
            value={typeof field.value === "string" ? field.value : ""}
            onChange={(event) => field.set(event.target.value === "" ? undefined : event.target.value)}
          />
          <datalist id={listId}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </FieldShell>
  );
}
