import type { NodeFamily } from "#flows/kernel/define-node.ts";

/** Whole class names: Tailwind finds only what stands in the source. */
export const FAMILY_LOOK = {
  entry: "text-family-entry bg-family-entry/12",
  understand: "text-family-understand bg-family-understand/12",
  knowledge: "text-family-knowledge bg-family-knowledge/12",
  ai: "text-family-ai bg-family-ai/12",
  talk: "text-family-talk bg-family-talk/12",
  logic: "text-family-logic bg-family-logic/12",
  connect: "text-family-connect bg-family-connect/12",
  people: "text-family-people bg-family-people/12",
  comply: "text-family-comply bg-family-comply/12",
} as const satisfies Readonly<Record<NodeFamily, string>>;

/** Colours of notes and groups, by the name that is stored. The hues of the families, so that dark mode is right as well. */
export const COLORS = {
  slate: "var(--family-entry)",
  violet: "var(--family-understand)",
  teal: "var(--family-knowledge)",
  blue: "var(--family-talk)",
  amber: "var(--family-logic)",
  rose: "var(--family-people)",
  green: "var(--family-comply)",
} as const;

export type ColorName = keyof typeof COLORS;

export const COLOR_NAMES: readonly ColorName[] = [
  "slate",
  "violet",
  "teal",
  "blue",
  "amber",
  "rose",
  "green",
];

/** A colour of an imported flow may be anything; only our own names are ever drawn. */
export function toColorName(color: string | undefined, fallback: ColorName): ColorName {
  return COLOR_NAMES.find((name) => name === color) ?? fallback;
}
