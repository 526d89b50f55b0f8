import { type BlockSink, toCleanLine } from "./block.ts";

/** A table of a page while it is read; `cell` is the text of the open one. */
export type HtmlTable = { readonly rows: string[][]; cell: string | null };

export const createTable = (): HtmlTable => ({ rows: [], cell: null });

export function openCell(table: HtmlTable): void {
  closeCell(table);
  if (table.rows.length > 0) table.cell = "";
}

export function closeCell(table: HtmlTable): void {
  if (table.cell !== null) table.rows.at(-1)?.push(toCleanLine(table.cell));
  table.cell = null;
}

/** The first row names the columns, whether or not it is marked: a row without its names says nothing. */
export function addTable({ rows }: HtmlTable, sink: BlockSink): void {
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ""));
  const [header, ...rest] = filled;
  if (header === undefined) return;
  if (rest.length === 0 || header.length < 2) {
    for (const cells of filled) sink.add({ type: "text", text: cells.filter(Boolean).join(" ") });
    return;
  }
  for (const [place, cells] of rest.entries()) sink.add({ type: "row", header, cells, row: place + 2 });
}
