import { z } from "zod";
import { type Bundle, bundleSchema, type FlowNode, faqEntrySchema } from "../kernel/flow.ts";
import { jsonSchema } from "../kernel/json.ts";
import type { InlineCalls, InlineRequest } from "../kernel/protocol.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";

/** The part of a draft by which one call is answered. Everything else may change without anything being learned again. */
export const learnedPartSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("intents"),
    intents: z.array(z.record(z.string(), jsonSchema)).max(100),
  }),
  z.strictObject({
    type: z.literal("faq"),
    sets: z.record(
      z.string().max(64),
      z.strictObject({
        name: z.string().max(200),
        entries: z.array(faqEntrySchema).max(20_000),
        synonyms: z.array(z.array(z.string())).default([]),
      }),
    ),
  }),
]);

export type LearnedPart = z.infer<typeof learnedPartSchema>;

/** What one call asks of the draft; null when the draft holds nothing that it could be answered by. */
export function findLearnedPart(bundle: Bundle, request: InlineRequest): LearnedPart | null {
  if (request.name === "match-faq") return findFaqPart(bundle, request.input);
  if (request.name === "search-passages" || request.name === "query-graph") return null;
  const { flowId, nodeId } = request.input;
  const flow = flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[flowId];
  const intents = flow?.nodes.find(({ id }) => id === nodeId)?.config.intents;
  if (!Array.isArray(intents)) return null;
  const parsed = learnedPartSchema.safeParse({ type: "intents", intents });
  return parsed.success ? parsed.data : null;
}

function findFaqPart(bundle: Bundle, { faqSets }: InlineCalls["match-faq"]["input"]): LearnedPart | null {
  const sets = [...new Set(faqSets)].sort().flatMap((id) => {
    const set = bundle.faqSets[id];
    return set === undefined ? [] : [[id, set] as const];
  });
  return sets.length === 0 ? null : { type: "faq", sets: Object.fromEntries(sets) };
}

/** What of it is learned: answers and names of sets may change, and the model stays as it is. */
export function toModelSource(part: LearnedPart): LearnedPart {
  if (part.type === "intents") return part;
  const sets = Object.entries(part.sets).map(([id, { entries, synonyms }]) => {
    const learned = entries.map(({ id: entryId, question, similar, negatives }) => ({
      id: entryId,
      question,
      similar,
      ...(negatives === undefined ? {} : { negatives }),
      answer: "",
    }));
    return [id, { name: "", entries: learned, synonyms }] as const;
  });
  return { type: "faq", sets: Object.fromEntries(sets) };
}

const NODE: Pick<FlowNode, "version" | "position" | "onError"> = {
  version: 1,
  position: { x: 0, y: 0 },
  onError: { mode: "stop" },
};

/** The node under which `toModelBundle` holds the intents. */
export const MODEL_NODE_ID = "model";

/** A bundle of nothing but this part, for whoever learns bundles. */
export function toModelBundle(part: LearnedPart): Bundle {
  const faqSets = part.type === "faq" ? part.sets : {};
  const nodes =
    part.type === "intents"
      ? [{ ...NODE, id: MODEL_NODE_ID, kind: "intent", config: { intents: part.intents } }]
      : [{ ...NODE, id: MODEL_NODE_ID, kind: "faq", config: { faqSets: Object.keys(part.sets).sort() } }];
  return bundleSchema.parse({ flow: { schema: 1, nodes, edges: [] }, faqSets });
}
