import type { Bundle } from "../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Text } from "../kernel/text.ts";
import { inspect } from "./inspect.ts";
import { findFlow } from "./locate.ts";

export type KnownIntent = { readonly id: string; readonly name: Text };

/** Every intent that some node of the bundle recognises, each id once, by the first name that it has. */
export function listIntents(bundle: Bundle): readonly KnownIntent[] {
  const flowIds = [MAIN_FLOW_ID, ...Object.keys(bundle.subflows)];
  const known = new Map<string, KnownIntent>();
  for (const node of flowIds.flatMap((flowId) => findFlow(bundle, flowId)?.nodes ?? [])) {
    const { definition, config } = inspect(node);
    for (const { id, name } of config === null ? [] : (definition?.intents?.(config.parsed) ?? [])) {
      if (!known.has(id)) known.set(id, { id, name });
    }
  }
  return [...known.values()];
}
