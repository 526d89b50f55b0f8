import { readList, readText } from "./read-value.ts";

/** Rich text nests lists and links; deeper than this is no text that a person wrote. */
const DEPTH_MAX = 20;

/** A bubble's words: rich text line by line, or the plain text of older files. Never its HTML. */
export function toPlainText(content: { readonly [key: string]: unknown }): string {
  const lines = readList(content.richText).map((line) => toLine(line, 0));
  return lines.length > 0 ? lines.join("\n").trim() : readText(content.plainText);
}

function toLine(node: { readonly [key: string]: unknown }, depth: number): string {
  if (depth > DEPTH_MAX) return "";
  if (typeof node.text === "string") return node.text;
  const children = readList(node.children).map((child) => toLine(child, depth + 1));
  return node.type === "ul" || node.type === "ol"
    ? children.map((line) => `- ${line}`).join("\n")
    : children.join("");
}
