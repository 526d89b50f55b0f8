import { readAt } from "#flows/editing/apply-ops.ts";
import type { Op } from "#flows/editing/op.ts";
import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { definitions } from "#flows/nodes/index.ts";

/** Where an operation works, in the reader's words: "怎么退货 · 回复内容". Falls back to the path's own names. */
export function toPlaceName(bundle: Bundle, { path }: Op, locale: Locale): string {
  const at = path.indexOf("nodes");
  // A bundle is plain JSON; its type only says which.
  const node = at < 0 ? undefined : readAt(bundle as unknown as Json, path.slice(0, at + 2));
  const rest = at < 0 ? path : path.slice(at + 2);
  const { title, kind } = toNodeFacts(node);
  const known: Readonly<Record<string, NodeDefinition>> = definitions;
  const texts = kind !== null && Object.hasOwn(known, kind) ? known[kind]?.messages[locale] : undefined;
  const flowName = path[0] === "subflows" && path[1] !== undefined ? nameFlow(bundle, path[1]) : null;
  const [area, field] = at < 0 && flowName !== null ? rest.slice(2) : rest;
  const fieldName = area === "config" && field !== undefined ? (texts?.fields[field] ?? field) : area;
  const nodeName = title ?? texts?.title ?? (at < 0 ? null : (path[at + 1]?.slice(1) ?? null));
  return [flowName, nodeName, fieldName].filter((word) => word !== null && word !== undefined).join(" · ");
}

function toNodeFacts(node: Json | undefined): {
  readonly title: string | null;
  readonly kind: string | null;
} {
  if (typeof node !== "object" || node === null || !("kind" in node)) return { title: null, kind: null };
  const { title, kind } = node;
  return {
    title: typeof title === "string" && title.trim() !== "" ? title : null,
    kind: typeof kind === "string" ? kind : null,
  };
}
