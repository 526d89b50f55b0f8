import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { toTags } from "../entries/to-tags.ts";
import type { ListedDocument } from "./document-row.tsx";
import { isResync, toResyncHours } from "./resyncs.ts";

export const DATA_CLASSES = ["general", "important", "core"] as const;
/** A select cannot hold null. */
export const LANGUAGES = ["automatic", ...LOCALES, "unknown"] as const;

const settingsSchema = z.object({
  ...{ name: z.string(), tags: z.string(), dataClass: z.enum(DATA_CLASSES) },
  ...{ language: z.enum(LANGUAGES), validFrom: z.string(), validUntil: z.string(), resync: z.string() },
});

/** As they stand in the form. */
export type Settings = z.infer<typeof settingsSchema>;
/** What somebody has changed of them and not saved; in all the rest a colleague's changes come in. */
export const settingsDraftSchema = settingsSchema.partial();
export type SettingsDraft = { readonly [Key in keyof Settings]?: Settings[Key] };

type Known = Pick<
  ListedDocument,
  "name" | "tags" | "dataClass" | "language" | "isLanguageChosen" | "validFrom" | "validUntil" | "resyncHours"
>;

export function toSettings(document: Known): Settings {
  const { name, tags, dataClass, language, isLanguageChosen, validFrom, validUntil, resyncHours } = document;
  return {
    ...{ name, tags: tags.join(", "), dataClass },
    language: isLanguageChosen ? (LOCALES.find((own) => own === language) ?? "unknown") : "automatic",
    ...{ validFrom: validFrom ?? "", validUntil: validUntil ?? "" },
    resync: resyncHours === null ? "none" : String(resyncHours),
  };
}

/** Without what is as it is saved. */
export function dropSame(draft: z.infer<typeof settingsDraftSchema>, saved: Settings): SettingsDraft {
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => value !== undefined && !isSaved(key, value, saved)),
    // as: some of the keys of a draft, with their values.
  ) as SettingsDraft;
}

/** Without what was sent and saved: kept, it would be an edit again as soon as a colleague saves something else. What was typed meanwhile stays. */
export function dropSent(draft: z.infer<typeof settingsDraftSchema>, sent: SettingsDraft): SettingsDraft {
  const before = new Map<string, unknown>(Object.entries(sent));
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => value !== undefined && before.get(key) !== value),
    // as: some of the keys of a draft, with their values.
  ) as SettingsDraft;
}

/** Blanks at the ends are not stored, and tags in one form. */
function isSaved(key: string, value: unknown, saved: Settings): boolean {
  const before = Object.entries(saved).find(([known]) => known === key)?.[1];
  if (key === "tags") return toTags(String(value)).join(", ") === before;
  return (key === "name" ? String(value).trim() : value) === before;
}

/** Only what was changed is sent. */
export function toDocumentChange({ name, tags, dataClass, language, resync, ...draft }: SettingsDraft) {
  const { validFrom, validUntil } = draft;
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(tags !== undefined && { tags: toTags(tags) }),
    ...(dataClass !== undefined && { dataClass }),
    ...(language !== undefined && { language: language === "unknown" ? null : language }),
    ...(validFrom !== undefined && { validFrom: validFrom || null }),
    ...(validUntil !== undefined && { validUntil: validUntil || null }),
    ...(resync !== undefined && isResync(resync) && { resyncHours: toResyncHours(resync) }),
  };
}
