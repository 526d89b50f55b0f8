import { z } from "zod";

/** Controls and separators have no place in the name of a file. */
const UNSAFE = /[\p{C}/\\]+/gu;

/** What a browser says that a file is called: shown and kept, never a path. */
export const fileNameSchema = z
  .string()
  .transform((name) => name.replace(UNSAFE, " ").trim())
  .pipe(z.string().min(1).max(200));
