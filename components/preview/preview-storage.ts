import type { Locale } from "#flows/kernel/text.ts";
import { DEFAULT_SETTINGS, NO_FAULTS, type PreviewSettings } from "./engine/preview-settings.ts";
import { EMPTY_TALK, type PreviewTalk } from "./engine/preview-talk.ts";
import { isCutOff } from "./engine/rewind-talk.ts";
import type { NamedVersion } from "./preview-store.ts";

type Kept = {
  readonly format: 2;
  readonly talk: PreviewTalk;
  readonly settings: PreviewSettings;
  /** By name only: its document is megabytes. Null is the draft. */
  readonly version: NamedVersion | null;
};

const toKey = (botId: string) => `jieda.preview.${botId}`;

/** The talk of this tab survives a reload. Storage may be shut or full: the preview then only forgets. */
export function keepPreview(botId: string, kept: Omit<Kept, "format">): void {
  try {
    sessionStorage.setItem(toKey(botId), JSON.stringify({ format: 2, ...kept } satisfies Kept));
  } catch {
    return;
  }
}

/** What was kept; else a fresh talk in this language. One that was cut off in the middle of a call starts anew. */
export function loadPreview(botId: string, locale: Locale): Omit<Kept, "format"> {
  const fresh = { talk: EMPTY_TALK, settings: { ...DEFAULT_SETTINGS, locale }, version: null };
  try {
    // as: written by `keepPreview` of this very tab; another format is not taken.
    const kept = JSON.parse(sessionStorage.getItem(toKey(botId)) ?? "null") as Kept | null;
    if (kept?.format !== 2) return fresh;
    const faults = { ...NO_FAULTS, ...kept.settings.faults };
    const settings = { ...DEFAULT_SETTINGS, ...kept.settings, faults };
    const talk = isCutOff(kept.talk) ? EMPTY_TALK : { ...EMPTY_TALK, ...kept.talk };
    return { settings, talk, version: kept.version ?? null };
  } catch {
    return fresh;
  }
}
