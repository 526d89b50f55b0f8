import { guardCell } from "#flows/transfer/guard-cell.ts";

export type Table = readonly (readonly (string | number)[])[];

/** Customers' questions and texts of a flow are other people's words. Numbers stay numbers. */
export const toSafeCell = (value: string | number): string | number =>
  typeof value === "number" ? value : guardCell(value);

/** With the mark by which Excel sees that it is UTF-8. */
export function toCsv(table: Table): Blob {
  const lines = table.map((row) => row.map(toSafeCell).map(quote).join(","));
  return new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
}

export async function toXlsx(
  sheets: readonly { readonly name: string; readonly table: Table }[],
): Promise<Blob> {
  const { Workbook } = await import("exceljs");
  const workbook = new Workbook();
  for (const { name, table } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of table) sheet.addRow(row.map(toSafeCell));
    sheet.getRow(1).font = { bold: true };
    sheet.views = [{ state: "frozen", ySplit: 1 }];
    for (const column of sheet.columns) column.width = 24;
  }
  return new Blob([await workbook.xlsx.writeBuffer()], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

export function downloadFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function quote(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
