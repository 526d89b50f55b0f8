import type { NodeDefinition, NodeFamily } from "#flows/kernel/define-node.ts";
import type { Flow } from "#flows/kernel/flow.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { definitions } from "#flows/nodes/index.ts";
import type { MenuPurpose } from "./canvas-ui-store.ts";

export type PaletteKind = {
  readonly kind: string;
  readonly family: NodeFamily;
  readonly icon: string;
  readonly title: string;
  readonly description: string;
  /** What a search finds it by: its names in both languages. */
  readonly keywords: readonly string[];
};

export type KindFamily = { readonly family: NodeFamily; readonly kinds: readonly PaletteKind[] };

const FAMILIES: readonly NodeFamily[] = [
  "talk",
  "understand",
  "knowledge",
  "ai",
  "logic",
  "people",
  "connect",
  "comply",
  "entry",
];

/** Kinds by family, without those that may not stand there: a flow has one start, and a start follows nothing. */
export function listKinds(
  locale: Locale,
  flow: Flow | null,
  purpose: MenuPurpose | null = null,
): readonly KindFamily[] {
  const hasStart = flow?.nodes.some(({ kind }) => kind === START_KIND) ?? false;
  const isPlain = purpose === null || purpose.type === "add";
  const replaced =
    purpose?.type === "replace" ? flow?.nodes.find(({ id }) => id === purpose.nodeId)?.kind : null;
  const kinds = Object.entries<NodeDefinition>(definitions)
    .filter(([kind]) => (kind === START_KIND ? isPlain && !hasStart : kind !== replaced))
    .filter(([, definition]) => purpose?.type !== "insert" || hasWayOut(definition))
    .map(([kind, definition]) => toPaletteKind(kind, definition, locale));
  return FAMILIES.map((family) => ({
    family,
    kinds: kinds.filter((kind) => kind.family === family),
  })).filter((group) => group.kinds.length > 0);
}

/** Into a wire goes only what leads on. */
function hasWayOut(definition: NodeDefinition): boolean {
  const parsed = definition.config.safeParse(definition.defaults());
  return parsed.success && definition.ports(parsed.data).length > 0;
}

function toPaletteKind(
  kind: string,
  { family, icon, messages }: NodeDefinition,
  locale: Locale,
): PaletteKind {
  const { title, description } = messages[locale];
  return {
    kind,
    family,
    icon,
    title,
    description,
    keywords: [
      messages["zh-CN"].title,
      messages.en.title,
      messages["zh-CN"].description,
      messages.en.description,
    ],
  };
}
