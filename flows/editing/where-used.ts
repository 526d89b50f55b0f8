import type { Reference } from "../kernel/define-node.ts";
import { listVariables } from "../kernel/expression.ts";
import type { Bundle, Flow, FlowNode } from "../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Text } from "../kernel/text.ts";
import { compileTexts } from "../kernel/validate-text.ts";
import { inspect } from "./inspect.ts";
import {
  holdsConstant,
  type IntentNames,
  isComparedIn,
  listCompared,
  listIntentNames,
} from "./intent-words.ts";
import { findFlow } from "./locate.ts";

/** What can be renamed or removed, and may be missed elsewhere. */
export type UsedThing =
  | { readonly type: "variable"; readonly flowId: string; readonly name: string }
  | { readonly type: "node"; readonly flowId: string; readonly nodeId: string }
  | { readonly type: "flow"; readonly flowId: string }
  | { readonly type: "faq-set"; readonly faqSet: string }
  | { readonly type: "base"; readonly baseId: string }
  | { readonly type: "intent"; readonly intentId: string };

/** `nodeId` is null for a setting of the flow; `path` is then a path into the document. */
export type Use = {
  readonly flowId: string;
  readonly nodeId: string | null;
  readonly path: string;
  readonly access: "read" | "write" | "declare";
};

/** Every place that would miss a thing if it went, in the order of the document. Wires are not among them: the canvas shows those. */
export function listUses(bundle: Bundle, thing: UsedThing): readonly Use[] {
  return [MAIN_FLOW_ID, ...Object.keys(bundle.subflows)].flatMap((flowId) => {
    const flow = findFlow(bundle, flowId);
    if (flow === null) return [];
    return [...listNodeUses(flow, flowId, thing), ...listSettingUses(flow, flowId, thing)];
  });
}

function listNodeUses(flow: Flow, flowId: string, thing: UsedThing): readonly Use[] {
  const names = thing.type === "intent" ? listIntentNames(flow) : null;
  return flow.nodes.flatMap((node) => {
    const { references } = inspect(node);
    const place = { flowId, nodeId: node.id };
    return [
      ...(thing.type === "intent" && names !== null ? listIntentUses(node, thing.intentId, names) : []),
      ...references.flatMap((reference): readonly Omit<Use, "flowId" | "nodeId">[] => {
        const access = findAccess(reference, flowId, thing);
        return access === null ? [] : [{ path: reference.path, access }];
      }),
    ].map((use): Use => ({ ...place, ...use }));
  });
}

/** Where a node recognises an intent, and where it compares a variable with it. */
function listIntentUses(
  node: FlowNode,
  intentId: string,
  names: IntentNames,
): readonly Omit<Use, "flowId" | "nodeId">[] {
  const { references, definition, config } = inspect(node);
  if (definition === null || config === null) return [];
  const declared = definition.intents?.(config.parsed) ?? [];
  const compared = definition.compares?.(config.parsed) ?? [];
  return [
    ...declared.filter(({ id }) => id === intentId).map(({ path }) => ({ path, access: "declare" as const })),
    ...compared
      .filter(({ left, value }) => names.has(left.trim()) && holdsConstant(value, intentId))
      .map(({ path }) => ({ path, access: "read" as const })),
    ...references
      .filter(
        (reference) =>
          (reference.type === "expression" &&
            listCompared(reference.source, names).some(({ id }) => id === intentId)) ||
          (reference.type === "template" && isComparedIn(reference.source, names, intentId)),
      )
      .map(({ path }) => ({ path, access: "read" as const })),
  ];
}

function findAccess(reference: Reference, flowId: string, thing: UsedThing): "read" | "write" | null {
  if (thing.type !== "variable") return pointsAt(reference, flowId, thing) ? "read" : null;
  const { flowId: owner, names, access } = listTouched(reference, flowId);
  return names.some((name) => isVariable(thing, owner, name)) ? access : null;
}

type Touched = {
  readonly flowId: string;
  readonly names: readonly string[];
  readonly access: "read" | "write";
};

/** The variables that a reference of a node in this flow reads or writes, and the flow that has them. */
export function listTouched(reference: Reference, flowId: string): Touched {
  switch (reference.type) {
    case "variable":
      return { flowId, names: [reference.name], access: reference.access };
    case "flow-variable":
      return { flowId: reference.flowId, names: [reference.name], access: reference.access };
    case "expression":
      return { flowId, names: listVariables(reference.source), access: "read" };
    case "template":
      return { flowId, names: listNames(reference.source), access: "read" };
    default:
      return { flowId, names: [], access: "read" };
  }
}

function pointsAt(reference: Reference, flowId: string, thing: UsedThing): boolean {
  switch (reference.type) {
    case "node":
      return thing.type === "node" && thing.flowId === flowId && thing.nodeId === reference.nodeId;
    case "flow":
      return thing.type === "flow" && thing.flowId === reference.flowId;
    case "faq-set":
      return thing.type === "faq-set" && thing.faqSet === reference.faqSet;
    case "base":
      return thing.type === "base" && thing.baseId === reference.baseId;
    case "intent":
      return thing.type === "intent" && thing.intentId === reference.intentId;
    default:
      return false;
  }
}

function listSettingUses({ settings }: Flow, flowId: string, thing: UsedThing): readonly Use[] {
  const { fallback, repair } = settings;
  const steps = [
    { path: "settings.fallback", ...fallback },
    { path: "settings.repair.human", ...repair.human },
    { path: "settings.repair.cancel", ...repair.cancel },
  ];
  const at = (path: string): Use => ({ flowId, nodeId: null, path, access: "read" });
  if (thing.type === "faq-set") {
    return repair.digress.faqSets.includes(thing.faqSet) ? [at("settings.repair.digress.faqSets")] : [];
  }
  if (thing.type === "base") {
    return repair.digress.bases?.includes(thing.baseId) ? [at("settings.repair.digress.bases")] : [];
  }
  if (thing.type === "node") {
    const isHere = thing.flowId === flowId;
    return steps.filter(({ to }) => isHere && to === thing.nodeId).map(({ path }) => at(`${path}.to`));
  }
  return steps
    .filter(
      ({ text }) => text !== undefined && listNames(text).some((name) => isVariable(thing, flowId, name)),
    )
    .map(({ path }) => at(`${path}.text`));
}

function isVariable(thing: UsedThing, flowId: string, name: string): boolean {
  return thing.type === "variable" && thing.flowId === flowId && thing.name === name;
}

function listNames(text: Text): readonly string[] {
  return compileTexts(text).flatMap(({ template }) => template.variables);
}
