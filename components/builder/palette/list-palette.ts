import { START_KIND } from "#flows/kernel/registry.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { type KindFamily, listKinds, type PaletteKind } from "../canvas/list-kinds.ts";

/** What decides which rows there are, and changes with every click on one of them. */
export type PaletteState = { readonly hasStart: boolean; readonly recentKinds: readonly string[] };

type Palette = { readonly families: readonly KindFamily[]; readonly recent: readonly PaletteKind[] };

type PaletteView = {
  readonly locale: Locale;
  readonly query: string;
  readonly now: PaletteState;
  /** As it was when the pointer came; null while it is elsewhere. */
  readonly held: PaletteState | null;
};

/** The rows of the palette. While the pointer is in the list nothing moves under it: else the next click would add whatever came there. */
export function listPalette({ locale, query, now, held }: PaletteView): Palette {
  const { hasStart, recentKinds } = held ?? now;
  const families = listKinds(locale, null)
    .map(({ family, kinds }) => ({
      family,
      kinds: kinds.filter((kind) => (kind.kind !== START_KIND || !hasStart) && isFound(kind, query)),
    }))
    .filter(({ kinds }) => kinds.length > 0);
  const all = families.flatMap(({ kinds }) => kinds);
  const recent =
    query === "" ? recentKinds.flatMap((kind) => all.find((other) => other.kind === kind) ?? []) : [];
  return { families, recent };
}

/** A flow has one start: a row of it that is still there must not add another. */
export const isTaken = (kind: string, { hasStart }: PaletteState): boolean => hasStart && kind === START_KIND;

function isFound({ keywords }: PaletteKind, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return keywords.some((keyword) => keyword.toLowerCase().includes(wanted));
}
