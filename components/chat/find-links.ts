import { toSafeLink } from "./safe-url.ts";

export type TextRun = { readonly text: string; readonly href: string | null };

// Chinese sentences run on without a space after an address, so their punctuation ends it too.
const ADDRESS = /https?:\/\/[^\s<>"'`，。；：！？、（）【】《》「」“”‘’]+/gi;

/** Cuts a text into plain runs and web addresses; joined again it is the same text. */
export function findLinks(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]}]+$/, "");
    const href = toSafeLink(address);
    if (!href) continue;
    if (match.index > from) runs.push({ text: text.slice(from, match.index), href: null });
    runs.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), href: null });
  return runs;
}
