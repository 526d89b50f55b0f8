import { z } from "zod";
import { BULK_MAX } from "#flows/knowledge/bulk-max.ts";
import { emptyContent, entryContentSchema } from "#server/knowledge/faq/entry-content.ts";

export const tagsSchema = entryContentSchema.shape.tags;

const { question, ...others } = entryContentSchema.shape;

/** A new entry needs a question; everything else may come later. */
export const contentSchema = z
  .strictObject({ question, ...z.strictObject(others).partial().shape })
  .transform((given) => entryContentSchema.parse({ ...emptyContent, ...given }));

export const seenEntriesSchema = z
  .array(z.strictObject({ entryId: z.uuid(), rev: z.int().min(1) }))
  .min(1)
  .max(BULK_MAX);

export const noteSchema = z.string().trim().max(1_000).default("");
