import { normalizeText } from "./normalize.ts";

const LATIN_WORD = /^[a-z0-9' ]+$/;

/**
 * The dictionary of a workspace: groups of one word are terms that are to be known as a whole. Returns a function that lists
 * those that stand in a normalised text, each once for each place; a longer term hides a shorter one inside it.
 */
export function createTermLister(
  groups: readonly (readonly string[])[],
): (normalized: string) => readonly string[] {
  const terms = new Set(
    groups
      .flatMap((group) => (group.length === 1 ? group.map(normalizeText) : []))
      .filter((term) => term.length > 1),
  );
  if (terms.size === 0) return () => [];
  const longestFirst = [...terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const anyTerm = new RegExp(longestFirst.map(toPattern).join("|"), "gu");
  return (normalized) => normalized.match(anyTerm) ?? [];
}

function toPattern(term: string): string {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return LATIN_WORD.test(term) ? `(?<![a-z0-9'])${escaped}(?![a-z0-9'])` : escaped;
}
