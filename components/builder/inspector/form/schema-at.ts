import { z } from "zod";
import type { Json } from "#flows/kernel/json.ts";
import { textSchema } from "#flows/kernel/text.ts";
import { getChild, toKeys } from "./config-path.ts";

/** What a form has to know of one field, read from the kind's own schema. */
export type FieldSchema = {
  /** With its wrappers: takes undefined where the field may stay empty. */
  readonly schema: z.ZodType;
  readonly isOptional: boolean;
  /** What counts while nothing is stored. */
  readonly fallback: Json | undefined;
  /** A text for customers, which may be written once for all languages or in each. */
  readonly isText: boolean;
};

/** Follows a path through the schema; where it forks, the value that stands there decides. Null for a path it does not know. */
export function schemaAt(root: z.ZodType, path: string, value: Json | undefined): FieldSchema | null {
  let schema: z.ZodType | null = root;
  let here = value;
  for (const key of toKeys(path)) {
    schema = schema === null ? null : toChild(unwrap(schema), key, here);
    here = getChild(here, key);
  }
  if (schema === null) return null;
  const empty = schema.safeParse(undefined);
  return {
    schema,
    isOptional: empty.success,
    // A default of a config schema is JSON, as all of a config is.
    fallback: empty.success ? (empty.data as Json | undefined) : undefined,
    isText: unwrap(schema) === textSchema,
  };
}

/** Smallest and largest number or length that the schema takes. */
export function limitsOf({ schema }: FieldSchema): {
  readonly min: number | null;
  readonly max: number | null;
} {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodNumber) return { min: toLimit(inner.minValue), max: toLimit(inner.maxValue) };
  if (inner instanceof z.ZodString) return { min: inner.minLength, max: inner.maxLength };
  return { min: null, max: null };
}

function toLimit(value: number | null): number | null {
  // zod names the bounds of safe integers where an author named none.
  return value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
}

function toChild(schema: z.ZodType, key: string | number, value: Json | undefined): z.ZodType | null {
  if (schema instanceof z.ZodArray) return typeof key === "number" ? asType(schema.element) : null;
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, key) ? asType(schema.shape[key]) : null;
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(asType);
    const fitting = options.find((option) => isTagged(option, value)) ?? options[0];
    return fitting === undefined ? null : toChild(unwrap(fitting), key, value);
  }
  return null;
}

/** A union of ours is told apart by `type`; one without it (texts) has no children to choose between. */
function isTagged(option: z.ZodType, value: Json | undefined): boolean {
  if (!(option instanceof z.ZodObject)) return false;
  const tag: unknown = option.shape.type;
  return !(tag instanceof z.ZodType) || tag.safeParse(getChild(value, "type")).success;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(asType(schema.unwrap()));
  }
  return schema;
}

function asType(schema: z.core.$ZodType): z.ZodType {
  // Our schemas are built with the classic API, whose every type is a ZodType; zod's own types name only its core.
  return schema as z.ZodType;
}
