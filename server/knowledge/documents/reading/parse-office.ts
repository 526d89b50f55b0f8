import type { Cell, Workbook } from "exceljs";
import type { BlockSink } from "./block.ts";
import { checkArchive } from "./check-archive.ts";
import { parseHtml } from "./parse-html.ts";
import { assertColumns } from "./parse-plain-text.ts";
import { ReadFailure } from "./read-failure.ts";

/** Chinese templates keep their own names for the built-in styles. */
const HEADING_STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"].concat(
  [1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
);

/** Headings, paragraphs and tables of a Word file; pictures and what it points at outside itself are never read. */
export async function parseDocx(bytes: Uint8Array, sink: BlockSink): Promise<void> {
  await checkArchive(bytes);
  const { default: mammoth } = await import("mammoth");
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: HEADING_STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    )
    .catch(toCorrupt);
  parseHtml(html.value, sink);
}

/** Parts of a workbook that say nothing, some of which blow it up: one merged range may be a million cells. */
const IGNORED = [
  "mergeCells",
  "dataValidations",
  "conditionalFormatting",
  "drawing",
  "picture",
  "extLst",
  "rowBreaks",
];

/** Every sheet as a table under the names in its first filled row; formulas by their last result. */
export async function parseXlsx(bytes: Uint8Array, sink: BlockSink): Promise<void> {
  await checkArchive(bytes);
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  // as: the library's type asks for Node's buffer, but it reads any bytes.
  const data = copy as unknown as Parameters<typeof workbook.xlsx.load>[0];
  await workbook.xlsx.load(data, { ignoreNodes: IGNORED }).catch(toCorrupt);
  for (const sheet of workbook.worksheets) if (sheet.state === "visible") addSheet(sheet, sink);
}

function addSheet(sheet: Workbook["worksheets"][number], sink: BlockSink): void {
  let header: readonly string[] | null = null;
  const before = sink.blocks.length;
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = sink.toCell(toCellText(cell));
      if (text === "") return;
      assertColumns(column);
      cells[column - 1] = text;
    });
    const filled = Array.from(cells, (cell) => cell ?? "");
    if (filled.every((cell) => cell === "")) return;
    if (header === null) header = filled;
    else sink.add({ type: "row", header, cells: filled, row: number, sheet: sheet.name });
  });
  if (header !== null && sink.blocks.length === before)
    sink.add({ type: "text", text: [...header].filter(Boolean).join(" ") });
}

function toCellText(cell: Cell): string {
  const { value, result } = cell;
  const shown = value instanceof Date ? value : result;
  if (!(shown instanceof Date)) return String(cell.text ?? "");
  const text = shown.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

function toCorrupt(): never {
  throw new ReadFailure("corrupt");
}
