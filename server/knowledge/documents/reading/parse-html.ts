import { Parser } from "htmlparser2";
import { type BlockSink, toCleanLine, toCleanText } from "./block.ts";
import { addTable, closeCell, createTable, type HtmlTable, openCell } from "./html-table.ts";
import { ReadFailure } from "./read-failure.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What is not what the page has to say: programs, forms, and what stands on every page of a site. */
const SKIPPED = names(
  "script style noscript template iframe object embed svg math canvas video audio nav footer aside form button select textarea dialog",
);
const BLOCK = names(
  "p div section article main header ul ol li dl dt dd blockquote pre figure figcaption address hr h1 h2 h3 h4 h5 h6 title body",
);
const HEADING = /^h([1-6])$/;
/** As deep as browsers go (Chromium: 512) and more; the parser's time grows with the square of the depth. */
const DEPTH_MAX = 2_000;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i;

/** `skipped` counts the open elements from the one that is skipped on. */
type State = {
  readonly sink: BlockSink;
  readonly tables: HtmlTable[];
  text: string;
  heading: number | null;
  skipped: number;
  preformatted: number;
};

/** Headings, paragraphs, list items and tables of a page, without what is hidden from readers. Nothing in it is run or fetched. */
export function parseHtml(html: string, sink: BlockSink): void {
  const state: State = { sink, tables: [], text: "", heading: null, skipped: 0, preformatted: 0 };
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > DEPTH_MAX) throw new ReadFailure("too_complex", { depthMax: DEPTH_MAX });
      if (state.skipped > 0 || SKIPPED.has(name) || isHidden(attributes)) state.skipped += 1;
      else open(state, name);
    },
    ontext: (text) => {
      if (state.skipped === 0) append(state, text);
    },
    // Called for every element that was opened, also for those that are never closed in the text.
    onclosetag: (name) => {
      depth -= 1;
      if (state.skipped > 0) state.skipped -= 1;
      else close(state, name);
    },
  });
  parser.end(html);
  endBlock(state);
}

function isHidden(attributes: { readonly [name: string]: string }): boolean {
  return (
    Object.hasOwn(attributes, "hidden") ||
    attributes["aria-hidden"] === "true" ||
    HIDDEN.test(attributes.style ?? "")
  );
}

function open(state: State, name: string): void {
  const table = state.tables.at(-1);
  if (name === "br") append(state, "\n");
  else if (name === "table") {
    if (table === undefined) endBlock(state);
    state.tables.push(createTable());
  } else if (table !== undefined) openWithin(table, name);
  else if (BLOCK.has(name)) openBlock(state, name);
}

function openWithin(table: HtmlTable, name: string): void {
  if (name === "tr") {
    closeCell(table);
    table.rows.push([]);
  } else if (name === "td" || name === "th") openCell(table);
  else if (BLOCK.has(name) && table.cell !== null) table.cell += " ";
}

function openBlock(state: State, name: string): void {
  endBlock(state);
  const level = HEADING.exec(name)?.[1];
  if (level !== undefined) state.heading = Number(level);
  if (name === "title") state.heading = 0;
  if (name === "pre") state.preformatted += 1;
}

function close(state: State, name: string): void {
  const table = state.tables.at(-1);
  if (name === "table" && table !== undefined) {
    closeCell(table);
    state.tables.pop();
    if (state.tables.length === 0) addTable(table, state.sink);
  } else if (table !== undefined) {
    if (name === "td" || name === "th") closeCell(table);
  } else if (BLOCK.has(name)) {
    endBlock(state);
    if (HEADING.test(name) || name === "title") state.heading = null;
    if (name === "pre") state.preformatted -= 1;
  }
}

function append(state: State, text: string): void {
  const table = state.tables.at(-1);
  if (table === undefined) state.text += text;
  else if (table.cell !== null) table.cell += text;
}

function endBlock(state: State): void {
  const text = state.preformatted > 0 ? toCleanText(state.text) : toCleanLine(state.text);
  state.text = "";
  if (text === "") return;
  if (state.heading === null) state.sink.add({ type: "text", text });
  else state.sink.add({ type: "heading", level: state.heading, text });
}
