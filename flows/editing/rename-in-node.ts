import type { Reference } from "../kernel/define-node.ts";
import type { FlowNode } from "../kernel/flow.ts";
import { upgradeConfig } from "../kernel/migrate-config.ts";
import { isRecord } from "../kernel/scan-limits.ts";
import { textSchema } from "../kernel/text.ts";
import { readField, writeField } from "./field-path.ts";
import { inspect } from "./inspect.ts";

/** What stands where a reference points from, after the change; the value itself when nothing changes. */
type Rewrite = (reference: Reference, value: unknown) => unknown;

/**
 * A node with what it points at rewritten, reference by reference; the very node when nothing changed. A config of an older
 * version is brought up to date on the way, since paths of references are paths into today's.
 */
export function rewriteReferences(node: FlowNode, rewrite: Rewrite): FlowNode {
  const { references } = inspect(node);
  const paths = [...new Set(references.map(({ path }) => path))];
  return rewriteConfig(node, paths, (value, path) => {
    let changed = value;
    for (const reference of references) if (reference.path === path) changed = rewrite(reference, changed);
    return changed;
  });
}

/** The same for places in its config. */
export function rewriteConfig(
  node: FlowNode,
  paths: readonly string[],
  rewrite: (value: unknown, path: string) => unknown,
): FlowNode {
  const { definition } = inspect(node);
  if (definition === null || paths.length === 0) return node;
  const upgraded = upgradeConfig(node, definition);
  if (!upgraded.ok || !isRecord(upgraded.config)) return node;

  let config: { readonly [key: string]: unknown } = upgraded.config;
  for (const path of paths) {
    const before = readField(config, path);
    const after = rewrite(before, path);
    if (after !== before) config = writeField(config, path, after);
  }
  // Only texts took the place of texts, so it is as much JSON as before.
  return config === upgraded.config
    ? node
    : { ...node, version: definition.version, config: config as FlowNode["config"] };
}

/** A value that an author wrote as a text; null for anything else. */
export function toText(value: unknown) {
  return textSchema.safeParse(value).data ?? null;
}
