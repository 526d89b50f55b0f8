import { z } from "zod";
import { NAME_CHARS_MAX } from "#server/knowledge/documents/document-limits.ts";

/** Controls and separators have no place in the name of a file. */
const UNSAFE = /[\p{C}/\\]+/gu;

/** What a browser says that a file is called: shown and kept, never a path. */
export const fileNameSchema = z
  .string()
  .transform((name) => name.replace(UNSAFE, " ").trim())
  .pipe(z.string().min(1).max(NAME_CHARS_MAX));
