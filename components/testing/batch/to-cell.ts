import type { BatchRow } from "#flows/testing/batch.ts";
import { writeRowVariables } from "#flows/testing/row-variables.ts";
import type { BatchField } from "./map-columns.ts";

/** What stands in the spreadsheet for this field; read again it gives the same. */
export function toCell(row: BatchRow, field: BatchField): string {
  if (field === "history") return (row.history ?? []).join("\n");
  if (field === "variables") return row.variables ? writeRowVariables(row.variables) : "";
  return row[field] ?? "";
}
