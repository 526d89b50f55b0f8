import type { Bundle, Flow, FlowNode } from "../kernel/flow.ts";
import type { InlineRequest } from "../kernel/protocol.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { fingerprint } from "./fingerprint.ts";
import { findLearnedPart, type LearnedPart, toModelSource } from "./learned-part.ts";

/** What can be examined: the intents of a node, or the Q&A sets that are asked together. */
export type Examined =
  | { readonly type: "intents"; readonly flowId: string; readonly nodeId: string }
  | { readonly type: "faq"; readonly faqSets: readonly string[] };

/** Everything in a bundle of which two things could be taken for each other, each once. */
export function listExamined(bundle: Bundle): readonly Examined[] {
  const combinations = new Map<string, Examined>();
  const add = (faqSets: readonly string[]) => {
    const present = [...new Set(faqSets)].filter((id) => bundle.faqSets[id] !== undefined).sort();
    const entries = present.reduce((sum, id) => sum + (bundle.faqSets[id]?.entries.length ?? 0), 0);
    if (entries > 1) combinations.set(present.join("+"), { type: "faq", faqSets: present });
  };
  const nodes = listFlows(bundle).flatMap(([flowId, flow]) => {
    add(flow.settings.repair.digress.faqSets);
    return flow.nodes.flatMap((node): Examined[] => {
      if (Array.isArray(node.config.faqSets)) add(node.config.faqSets.map(String));
      return readIntents(node).length > 1 ? [{ type: "intents", flowId, nodeId: node.id }] : [];
    });
  });
  return [...nodes, ...combinations.values()];
}

/** The call that is answered by what is examined. */
export function toExaminedRequest(examined: Examined): InlineRequest {
  if (examined.type === "faq")
    return { mode: "inline", name: "match-faq", input: { faqSets: examined.faqSets, text: "" } };
  const { flowId, nodeId } = examined;
  return { mode: "inline", name: "match-intent", input: { flowId, nodeId, text: "" } };
}

/** What of it decides about the report: what is learned. A threshold moves nothing but the mark on its curve. */
export function toExaminedSource(part: LearnedPart): LearnedPart {
  if (part.type === "faq") return toModelSource(part);
  return { type: "intents", intents: part.intents.map(({ threshold: _, ...intent }) => intent) };
}

type Source = Bundle["faqSets"][string] | readonly unknown[];

/** Thousands of sentences take a while; while nobody edits them they are the same object. */
const known = new WeakMap<Source, string>();

/** The same as long as what is learned of it is; null when it is not there. */
export function toExaminedKey(bundle: Bundle, examined: Examined): string | null {
  if (examined.type === "faq") {
    const prints = examined.faqSets.flatMap((id) => {
      const set = bundle.faqSets[id];
      return set === undefined ? [] : [`${id}:${print(set, bundle, { type: "faq", faqSets: [id] })}`];
    });
    return prints.length === 0 ? null : `faq ${prints.sort().join(" ")}`;
  }
  const flow = examined.flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[examined.flowId];
  const intents = flow?.nodes.find(({ id }) => id === examined.nodeId)?.config.intents;
  return Array.isArray(intents) ? `intents ${print(intents, bundle, examined)}` : null;
}

function print(source: Source, bundle: Bundle, examined: Examined): string {
  const cached = known.get(source);
  if (cached !== undefined) return cached;
  const part = findLearnedPart(bundle, toExaminedRequest(examined));
  const made = part === null ? "" : fingerprint(toExaminedSource(part));
  known.set(source, made);
  return made;
}

export function listFlows(bundle: Bundle): readonly (readonly [string, Flow])[] {
  return [[MAIN_FLOW_ID, bundle.flow], ...Object.entries(bundle.subflows)];
}

/** The intents of an intent node, unchecked; empty for any other. */
export function readIntents({ kind, config }: FlowNode): readonly unknown[] {
  return kind === "intent" && Array.isArray(config.intents) ? config.intents : [];
}
