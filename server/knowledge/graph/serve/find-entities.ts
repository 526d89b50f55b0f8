import { extractCodes } from "../../retrieval/extract-terms.ts";
import { toComparable } from "../to-key.ts";
import type { LoadedEntity, LoadedGraph, NameIndex } from "./loaded-graph.ts";

/** Longer text is no question any more, and every place of it costs a look for each length of a name. */
const TEXT_CHARS_MAX = 500;
/** A single character is a word of its own only when nothing else was said. */
const NAME_CHARS_MIN = 2;

const LATIN = /[\p{Script=Latin}\p{N}]/u;

/** The things that a text names, in its order: at each place the longest name, and part numbers however they are written. */
export function findEntities({ names, entities }: LoadedGraph, text: string): readonly LoadedEntity[] {
  const asked = text.slice(0, TEXT_CHARS_MAX);
  const words = toComparable(asked);
  const read = names.byName.has(words) ? [words] : readNames(names, words);
  const ids = [
    ...read.flatMap((name) => names.byName.get(name) ?? []),
    ...readCodes(asked, read).flatMap((code) => names.byCode.get(code) ?? []),
  ];
  return [...new Set(ids)].flatMap((id) => entities.get(id) ?? []);
}

function readNames({ byName, lengths }: NameIndex, words: string): readonly string[] {
  const read: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengths.find((one) => isWhole(words, at, one) && byName.has(words.slice(at, at + one)));
    if (length !== undefined) read.push(words.slice(at, at + length));
    at += length ?? 1;
  }
  return read;
}

/** `AX-200` within `AX-200 Pro` was read as a part of that name. */
function readCodes(text: string, read: readonly string[]): readonly string[] {
  const known = read.map((name) => name.replaceAll(" ", ""));
  return [...extractCodes(text)].filter((code) => !known.some((name) => name.includes(code.slice(1))));
}

/** `ax 20` is not named in `ax 200`: Latin words and numbers end where their letters end. */
function isWhole(words: string, at: number, length: number): boolean {
  if (length < NAME_CHARS_MIN || at + length > words.length) return false;
  return isEdge(words, at) && isEdge(words, at + length);
}

const isEdge = (words: string, at: number): boolean =>
  !LATIN.test(words[at - 1] ?? " ") || !LATIN.test(words[at] ?? " ");
