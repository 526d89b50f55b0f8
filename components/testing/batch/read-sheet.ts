import { parse } from "papaparse";

/** Rows of texts, the heading first when there is one. */
export type Sheet = readonly (readonly string[])[];

export type SheetProblem = "too_large" | "unknown_format" | "unreadable" | "empty";

export type SheetResult =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly problem: SheetProblem };

export const SHEET_BYTES_MAX = 10 * 1024 * 1024;
/** A heading and a few more than can be asked: the reader is told that they are too many. */
const ROWS_MAX = 20_001;
const COLUMNS_MAX = 50;

/** Reads CSV (UTF-8, UTF-16, GBK; comma, semicolon or tab) and XLSX (its first sheet). Never throws for what a file holds. */
export async function readSheet(file: File): Promise<SheetResult> {
  if (file.size > SHEET_BYTES_MAX) return { ok: false, problem: "too_large" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const rows = isZip(bytes) ? await readWorkbook(bytes) : readCsv(bytes);
    if (rows === null) return { ok: false, problem: "unknown_format" };
    const sheet = rows
      .slice(0, ROWS_MAX)
      .map((row) => row.slice(0, COLUMNS_MAX).map((cell) => cell.trim()))
      .filter((row) => row.some((cell) => cell !== ""));
    return sheet.length === 0 ? { ok: false, problem: "empty" } : { ok: true, sheet };
  } catch {
    // Whatever a broken workbook makes the reader throw: the person can only bring another file.
    return { ok: false, problem: "unreadable" };
  }
}

export function readCsv(bytes: Uint8Array): Sheet | null {
  const text = decodeText(bytes);
  // Old .xls files and pictures are no text.
  if (text === null || text.includes("\0")) return null;
  return parse<string[]>(text, { skipEmptyLines: "greedy" }).data;
}

/** By its mark, else UTF-8 where it is valid, else what Chinese Excel writes. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** The library is a megabyte; who brings CSV never loads it. */
async function readWorkbook(bytes: Uint8Array): Promise<Sheet | null> {
  const { Workbook } = await import("exceljs");
  const workbook = new Workbook();
  // as: the library's type asks for Node's buffer, but it reads any bytes.
  await workbook.xlsx.load(bytes.buffer as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const [first] = workbook.worksheets;
  if (!first) return null;
  const rows: string[][] = [];
  first.eachRow((row) => {
    const cells: string[] = [];
    // `text` is what the sheet shows, also of formulas, links and rich texts.
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = String(cell.text ?? "");
    });
    rows.push(Array.from(cells, (cell) => cell ?? ""));
  });
  return rows;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
