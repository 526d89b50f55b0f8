import type { PassageFilter } from "#flows/knowledge/passage-filter.ts";
import { normalizeText } from "../../../understanding/normalize.ts";
import type { LoadedDocument } from "./loaded-passages.ts";

/** Whether a search looks into a document, by what is known of it. A case belongs to none: it is always looked at. */
export function isWanted(
  document: Pick<LoadedDocument, "layer" | "name" | "url" | "language" | "dataClass">,
  { language, dataClasses, sources = [] }: PassageFilter,
): boolean {
  if (document.layer === "cases") return true;
  if (language !== undefined && document.language !== null && document.language !== language) return false;
  if (dataClasses !== undefined && !dataClasses.some((one) => one === document.dataClass)) return false;
  return sources.length === 0 || sources.some((source) => comesFrom(document, source));
}

/** A name is compared however it is written, an address as it is. What has a slash is a part of an address, and never of a name. */
function comesFrom({ name, url }: Pick<LoadedDocument, "name" | "url">, source: string): boolean {
  const given = source.trim().toLowerCase();
  if (given !== "" && url !== null && url.toLowerCase().includes(given)) return true;
  const words = given.includes("/") ? "" : normalizeText(given);
  return words !== "" && normalizeText(name).includes(words);
}
