import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getDocumentProxy } from "unpdf";
import { type BlockSink, toCleanLine } from "./block.ts";
import { findHeadingLevel } from "./parse-plain-text.ts";
import { joinLines, type Line, toLines } from "./pdf-lines.ts";
import { ReadFailure } from "./read-failure.ts";

const PAGES_MAX = 3_000;
/** This much larger than the text around it, a line is a heading. */
const HEADING_RATIO = 1.15;
const HEADING_CHARS_MAX = 80;

/** Tables by which old Chinese, Japanese and Korean fonts name their characters; they lie in the package of the same project. */
const MAPS_FOLDER = new URL("./cmaps/", import.meta.resolve("pdfjs-dist/package.json"));

class MapReader {
  /** Nothing but character maps is handed out, and no name leads out of their folder. */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl" || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error("not a character map");
    return new Uint8Array(await readFile(fileURLToPath(new URL(filename, MAPS_FOLDER))));
  }
}

/** Text of a PDF page by page; larger lines are headings. What it would run, open or fetch is left alone. */
export async function parsePdf(
  bytes: Uint8Array,
  sink: BlockSink,
  onProgress: (share: number) => void,
): Promise<void> {
  const pdf = await open(bytes);
  if (pdf.numPages > PAGES_MAX)
    throw new ReadFailure("too_many_pages", { pages: pdf.numPages, pagesMax: PAGES_MAX });
  const pages: (readonly Line[])[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number).catch(toCorrupt);
    const { items } = await page.getTextContent().catch(toCorrupt);
    pages.push(toLines(items));
    page.cleanup();
    onProgress(number / pdf.numPages);
  }
  const running = findRunningLines(pages);
  const bodySize = findBodySize(pages);
  for (const [place, lines] of pages.entries()) {
    const kept = lines.filter(({ text }) => !running.has(toRunningKey(text)));
    addPage(kept, { page: place + 1, bodySize, sink });
  }
}

async function open(bytes: Uint8Array) {
  try {
    // `BinaryDataFactory` is read by pdf.js but missing in its types.
    const options = { verbosity: 0, cMapUrl: "maps/", BinaryDataFactory: MapReader, useSystemFonts: false };
    return await getDocumentProxy(bytes, options);
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    throw new ReadFailure(name === "PasswordException" ? "encrypted" : "corrupt");
  }
}

type PageRest = { readonly page: number; readonly bodySize: number; readonly sink: BlockSink };

function addPage(lines: readonly Line[], { page, bodySize, sink }: PageRest): void {
  let paragraph: Line[] = [];
  const end = (): void => {
    const text = toCleanLine(joinLines(paragraph.map((line) => line.text)));
    if (text !== "") sink.add({ type: "text", text, page });
    paragraph = [];
  };
  for (const line of lines) {
    const text = toCleanLine(line.text);
    const level = findLevel({ ...line, text }, bodySize);
    if (level !== null) {
      end();
      sink.add({ type: "heading", level, text, page });
      continue;
    }
    const last = paragraph.at(-1);
    if (last !== undefined && line.gap > last.size * 1.8) end();
    paragraph.push(line);
  }
  end();
}

/** Larger means higher: twice the size of the text is a title, anything above it some heading. */
function findLevel({ text, size }: Line, bodySize: number): number | null {
  if (text === "" || text.length > HEADING_CHARS_MAX) return null;
  if (bodySize > 0 && size >= bodySize * HEADING_RATIO) {
    if (size >= bodySize * 1.8) return 1;
    return size >= bodySize * 1.4 ? 2 : 3;
  }
  const level = findHeadingLevel(text);
  return level === null ? null : level + 2;
}

/** The size in which most of the text is set. */
function findBodySize(pages: readonly (readonly Line[])[]): number {
  const chars = new Map<number, number>();
  for (const { text, size } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    chars.set(rounded, (chars.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...chars].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}

/** From this many pages on, what stands first or last on more than half of them is a header or a footer. */
const RUNNING_PAGES_MIN = 4;

function findRunningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  if (pages.length < RUNNING_PAGES_MIN) return new Set();
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set([lines[0], lines.at(-1)].map((line) => toRunningKey(line?.text ?? "")));
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count > pages.length / 2 ? [key] : [])));
}

/** Page numbers change from page to page. */
function toRunningKey(text: string): string {
  return toCleanLine(text).replace(/\d+/g, "#");
}

function toCorrupt(): never {
  throw new ReadFailure("corrupt");
}
