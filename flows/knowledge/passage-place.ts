import { z } from "zod";

/** Where a passage stands in its document, as far as its kind of document can tell. Numbers count from 1, characters from 0. */
export const passagePlaceSchema = z.strictObject({
  /** Pages of a PDF, first and last. */
  pages: z.tuple([z.int().min(1), z.int().min(1)]).exactOptional(),
  sheet: z.string().max(200).exactOptional(),
  /** Rows of a table, first and last, as a spreadsheet counts them. */
  rows: z.tuple([z.int().min(1), z.int().min(1)]).exactOptional(),
  /** Characters of the text as it was read, from and before. */
  chars: z.tuple([z.int().min(0), z.int().min(0)]),
});

export type PassagePlace = z.infer<typeof passagePlaceSchema>;
