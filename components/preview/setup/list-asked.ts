import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { definitions } from "#flows/nodes/index.ts";
import type { PreviewFaults } from "../engine/preview-settings.ts";

/** Kinds that the draft holds, in all its flows. */
export function listUsedKinds(bundle: Bundle): readonly (readonly [kind: string, NodeDefinition])[] {
  const known: Readonly<Record<string, NodeDefinition>> = definitions;
  const nodes = [bundle.flow, ...Object.values(bundle.subflows)].flatMap((flow) => flow.nodes);
  return [...new Set(nodes.map(({ kind }) => kind))].flatMap((kind) => {
    const definition = Object.hasOwn(known, kind) ? known[kind] : undefined;
    return definition === undefined ? [] : [[kind, definition] as const];
  });
}

/** Which faults can change anything in this draft. */
export function listAsked(bundle: Bundle): ReadonlySet<keyof PreviewFaults> {
  const asked = new Set<keyof PreviewFaults>();
  for (const [, { mode, family, circumstancePorts = {} }] of listUsedKinds(bundle)) {
    if (mode === "queued") asked.add("systems");
    if (family === "understand" || family === "knowledge") asked.add("matching");
    if (circumstancePorts.closed !== undefined) asked.add("hours");
    if (circumstancePorts["agents-offline"] !== undefined) asked.add("agents");
  }
  return asked;
}
