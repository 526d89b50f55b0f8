import { z } from "zod";
import { jsonSchema } from "../kernel/json.ts";

const PATH_MAX = 64;
const KEY_MAX_CHARS = 300;

/**
 * Where an operation works in a bundle. A segment is a key of an object, or `@` and the id of an element where a list holds
 * elements with ids: `["flow", "nodes", "@ask-phone", "config", "options", "@yes", "label"]`.
 */
export type Path = readonly string[];

export const pathSchema = z.array(z.string().max(KEY_MAX_CHARS)).min(1).max(PATH_MAX);

/**
 * One field-level change. `before` is what the author saw: the field is changed only where that still stands (see
 * `merge-ops`). An absent field is written as a missing `before` or `value`.
 *
 * `set` sets or (without `value`) removes one field of an object. `insert` puts an element into a list with ids, behind the
 * element `after` (null: at the front). `remove` takes one out. `move` gives it another place.
 */
export const opSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("set"),
    path: pathSchema,
    before: jsonSchema.optional(),
    value: jsonSchema.optional(),
  }),
  z.strictObject({
    type: z.literal("insert"),
    path: pathSchema,
    after: z.string().max(KEY_MAX_CHARS).nullable(),
    value: jsonSchema,
  }),
  z.strictObject({
    type: z.literal("remove"),
    path: pathSchema,
    before: jsonSchema,
    after: z.string().max(KEY_MAX_CHARS).nullable(),
  }),
  z.strictObject({
    type: z.literal("move"),
    path: pathSchema,
    before: z.string().max(KEY_MAX_CHARS).nullable(),
    after: z.string().max(KEY_MAX_CHARS).nullable(),
  }),
]);

export type Op = z.infer<typeof opSchema>;
