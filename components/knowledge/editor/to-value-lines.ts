import type { Locale } from "#flows/kernel/text.ts";
import type { EntryContent, EntryField } from "./entry-draft.ts";

/** How the values of fields are called; ids have names only where they are known. */
export type ValueNames = {
  locale(locale: Locale): string;
  answer(locale: Locale, channel: EntryContent["answers"][number]["channel"]): string;
  category(id: string): string;
  person(id: string): string;
  day(at: string): string;
  days(count: number): string;
  dataClass(dataClass: EntryContent["dataClass"]): string;
};

/** A field's value line by line, as people read and compare it; no lines for an empty one. */
export function toValueLines(
  field: EntryField,
  content: Partial<EntryContent>,
  names: ValueNames,
): readonly string[] {
  switch (field) {
    case "question":
      return Object.entries(content.question ?? {}).map(
        // as: the keys of a question are languages.
        ([locale, text]) => `${names.locale(locale as Locale)}: ${text}`,
      );
    case "answers":
      return (content.answers ?? []).map(
        ({ locale, channel, text }) => `${names.answer(locale, channel)}: ${text}`,
      );
    case "similar":
    case "negatives":
    case "tags":
      return content[field] ?? [];
    case "attachments":
      return (content.attachments ?? []).map(({ name, url }) => `${name} ${url}`);
    case "categoryId":
      return content.categoryId ? [names.category(content.categoryId)] : [];
    case "ownerId":
      return content.ownerId ? [names.person(content.ownerId)] : [];
    case "validFrom":
    case "validTo": {
      const at = content[field];
      return at ? [names.day(at)] : [];
    }
    case "reviewEveryDays":
      return content.reviewEveryDays ? [names.days(content.reviewEveryDays)] : [];
    case "dataClass":
      return content.dataClass ? [names.dataClass(content.dataClass)] : [];
  }
}

export type DiffLine = { readonly type: "gone" | "added"; readonly text: string };

/** Lines that went, lines that came, in the order in which they stand; what stayed is left out. */
export function diffLines(from: readonly string[], to: readonly string[]): readonly DiffLine[] {
  return [
    ...from.filter((line) => !to.includes(line)).map((text) => ({ type: "gone" as const, text })),
    ...to.filter((line) => !from.includes(line)).map((text) => ({ type: "added" as const, text })),
  ];
}
