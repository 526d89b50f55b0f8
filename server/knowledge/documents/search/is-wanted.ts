import type { PassageFilter } from "#flows/knowledge/passage-filter.ts";
import { normalizeText } from "../../../understanding/normalize.ts";
import type { LoadedDocument } from "./loaded-passages.ts";

type Known = Pick<LoadedDocument, "layer" | "language" | "dataClass" | "origin">;

/** What of a document a source is compared with. Made when a base is loaded: for thousands of documents it would hold a turn up. */
export function toOrigin({ name, url }: Pick<LoadedDocument, "name" | "url">): LoadedDocument["origin"] {
  return { words: normalizeText(name), address: url?.toLowerCase() ?? null };
}

/** Whether a search looks into a document, by what is known of it. A case belongs to none: it is always looked at. */
export function findWanted({
  language,
  dataClasses,
  sources = [],
}: PassageFilter): (document: Known) => boolean {
  const wanted = sources.map(toWanted);
  return (document) => {
    if (document.layer === "cases") return true;
    if (language !== undefined && document.language !== null && document.language !== language) return false;
    if (dataClasses !== undefined && !dataClasses.some((one) => one === document.dataClass)) return false;
    return wanted.length === 0 || wanted.some((source) => comesFrom(document.origin, source));
  };
}

type Wanted = { readonly given: string; readonly words: string };

/** A name is compared however it is written, an address as it is. What has a slash is a part of an address, and never of a name. */
function toWanted(source: string): Wanted {
  const given = source.trim().toLowerCase();
  return { given, words: given.includes("/") ? "" : normalizeText(given) };
}

function comesFrom({ words, address }: LoadedDocument["origin"], wanted: Wanted): boolean {
  if (wanted.given !== "" && address?.includes(wanted.given) === true) return true;
  return wanted.words !== "" && words.includes(wanted.words);
}
