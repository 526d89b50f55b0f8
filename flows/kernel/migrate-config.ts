import type { NodeDefinition } from "./define-node.ts";
import type { FlowNode } from "./flow.ts";

type UpgradedConfig =
  | { readonly ok: true; readonly config: unknown }
  | { readonly ok: false; readonly code: "newer_version" | "failed_migration" };

/** Brings a node's config to the version that its kind now speaks. A node from a newer release is left alone. */
export function upgradeConfig(node: FlowNode, definition: NodeDefinition): UpgradedConfig {
  if (node.version > definition.version) return { ok: false, code: "newer_version" };
  try {
    let config: unknown = node.config;
    for (let version = node.version; version < definition.version; version += 1) {
      config = definition.migrations?.[version - 1]?.(config) ?? config;
    }
    return { ok: true, config };
  } catch {
    // A migration reads configs that nobody has checked; whatever it throws means "not readable".
    return { ok: false, code: "failed_migration" };
  }
}
