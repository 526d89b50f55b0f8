import { marked } from "marked";
import type { BlockSink } from "./block.ts";
import { decodeText } from "./decode-text.ts";
import { parseHtml } from "./parse-html.ts";

/** What tools write above a document for each other. */
const FRONT_MATTER = /^\ufeff?---\r?\n[\s\S]{0,10000}?\r?\n---\r?\n/;

/** Markdown with tables, as GitHub writes it. HTML within it is read like any other, that is, never run. */
export function parseMarkdown(bytes: Uint8Array, sink: BlockSink): void {
  const text = decodeText(bytes).replace(FRONT_MATTER, "");
  parseHtml(marked.parse(text, { async: false, gfm: true }), sink);
}
