import { parentPort, workerData } from "node:worker_threads";
import exceljs from "exceljs";
import papaparse from "papaparse";
import { guardCell } from "../../../../flows/transfer/guard-cell.ts";
import type { FileLines } from "./write-file.ts";

// The starter hands over lines; a thread cannot be called with types.
const { format, lines } = workerData as FileLines;
const safe = lines.map((line) => line.map(guardCell));

async function toXlsx(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("FAQ", { views: [{ state: "frozen", ySplit: 1 }] });
  for (const line of safe) sheet.addRow(line);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** With a mark, so that spreadsheets read the characters as what they are. */
const toCsv = (): Uint8Array =>
  new TextEncoder().encode(`\ufeff${papaparse.unparse(safe, { newline: "\r\n" })}`);

parentPort?.postMessage(format === "csv" ? toCsv() : await toXlsx());
