import type { NodeFamily } from "#flows/kernel/define-node.ts";

/** One hue a family of nodes, the same on canvas, palette and trace. */
export const FAMILY_TEXT = {
  entry: "text-family-entry",
  understand: "text-family-understand",
  knowledge: "text-family-knowledge",
  ai: "text-family-ai",
  talk: "text-family-talk",
  logic: "text-family-logic",
  connect: "text-family-connect",
  people: "text-family-people",
  comply: "text-family-comply",
} as const satisfies Readonly<Record<NodeFamily, string>>;
