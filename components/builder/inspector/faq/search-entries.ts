import type { FaqEntry } from "#flows/kernel/flow.ts";
import type { Text } from "#flows/kernel/text.ts";

const haystacks = new WeakMap<FaqEntry, string>();

/** Entries that hold every word of the search, anywhere. An entry's words are joined once: twenty thousand must not wait. */
export function searchEntries(entries: readonly FaqEntry[], search: string): readonly FaqEntry[] {
  const words = toPlain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = toHaystack(entry);
    return words.every((word) => text.includes(word));
  });
}

function toHaystack(entry: FaqEntry): string {
  const known = haystacks.get(entry);
  if (known !== undefined) return known;
  const text = toPlain(
    [listParts(entry.question), listParts(entry.answer), entry.similar, entry.category ?? ""]
      .flat()
      .join("\n"),
  );
  haystacks.set(entry, text);
  return text;
}

const listParts = (text: Text): readonly string[] =>
  typeof text === "string" ? [text] : [text["zh-CN"] ?? "", text.en ?? ""];

const toPlain = (text: string): string => text.normalize("NFKC").toLowerCase();
