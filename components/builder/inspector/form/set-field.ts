import type { z } from "zod";
import { writeField } from "#flows/editing/field-path.ts";
import type { FlowNode } from "#flows/kernel/flow.ts";
import type { Json, JsonObject } from "#flows/kernel/json.ts";
import { getAt, isRecord } from "./config-path.ts";
import { schemaAt } from "./schema-at.ts";

/**
 * Writes one field as its author means it: an empty text in a field that may stay empty is nothing at all, and an optional
 * group (a reminder) goes when its last field is emptied. A value that does not fit is kept; the checks name it.
 */
export function setField(
  config: FlowNode["config"],
  schema: z.ZodType,
  { path, value }: { readonly path: string; readonly value: Json | undefined },
): FlowNode["config"] {
  const parent = toParent(path);
  const isInOptional = parent !== "" && schemaAt(schema, parent, config)?.isOptional === true;
  const isEmpty = value === undefined || value === "";
  const mayGo = isInOptional || mayBeEmpty(schema, path, config);
  const next = writeField(config, path, isEmpty && mayGo ? undefined : value);
  const group = isInOptional ? getAt(next, parent) : undefined;
  return isRecord(group) && Object.keys(group).length === 0 ? writeField(next, parent, undefined) : next;
}

function mayBeEmpty(schema: z.ZodType, path: string, config: JsonObject): boolean {
  const field = schemaAt(schema, path, config);
  // Where a default stands in for nothing, an emptied text must stay empty unless the default is empty too.
  return (
    field?.isOptional === true &&
    (field.fallback === undefined || typeof field.fallback !== "string" || field.fallback === "")
  );
}

/** The object in which the field stands; items of lists have none of their own. */
function toParent(path: string): string {
  return /^(.*)\.[^.[\]]+$/.exec(path)?.[1] ?? "";
}
