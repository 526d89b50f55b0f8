import { type Block, createBlockSink } from "./block.ts";
import { decodeText } from "./decode-text.ts";
import { type DocumentKind, findDocumentKind } from "./document-kind.ts";
import { parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { parseDocx, parseXlsx } from "./parse-office.ts";
import { parsePdf } from "./parse-pdf.ts";
import { parseCsv, parsePlainText } from "./parse-plain-text.ts";
import { ReadFailure } from "./read-failure.ts";

type Source = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
  onProgress(share: number): void;
  /** How the text of a table's cell is kept; on one line when not said. */
  toCell?(text: string): string;
};

/**
 * What a document says. Throws a `ReadFailure` for everything that a file can have wrong; only ever called in the limited
 * process (see `read-in-process.ts`), for the libraries below are given what strangers made.
 */
export async function parseDocument({
  bytes,
  name,
  mediaType,
  onProgress,
  toCell,
}: Source): Promise<{ readonly kind: DocumentKind; readonly blocks: readonly Block[] }> {
  const kind = await findDocumentKind(bytes, { name, mediaType });
  const sink = createBlockSink(toCell);
  switch (kind) {
    case "pdf":
      await parsePdf(bytes, sink, onProgress);
      break;
    case "docx":
      await parseDocx(bytes, sink);
      break;
    case "xlsx":
      await parseXlsx(bytes, sink);
      break;
    case "markdown":
      parseMarkdown(bytes, sink);
      break;
    case "html":
      parseHtml(decodeText(bytes), sink);
      break;
    case "csv":
      parseCsv(bytes, sink);
      break;
    case "text":
      parsePlainText(bytes, sink);
      break;
  }
  if (sink.blocks.every(({ type }) => type === "heading"))
    throw new ReadFailure(kind === "pdf" || kind === "docx" ? "no_text" : "empty");
  return { kind, blocks: sink.blocks };
}
