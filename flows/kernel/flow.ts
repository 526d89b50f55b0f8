import { z } from "zod";
import { jsonSchema } from "./json.ts";
import { LOCALES, textSchema } from "./text.ts";

/** Version of the stored document. A change of shape adds a named migration in `migrate.ts` and raises this. */
export const FLOW_SCHEMA = 1;

/** Limits of one document; a larger one is refused before it is parsed (see `scan-limits.ts`). */
export const FLOW_NODES_MAX = 2_000;
export const FLOW_EDGES_MAX = 10_000;
export const FLOW_BYTES_MAX = 5 * 1024 * 1024;
export const FLOW_DEPTH_MAX = 64;
export const FLOW_TITLE_MAX_CHARS = 100;

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** Names that expressions can read: `order`, `order_id`, `订单号`. */
export const variableNameSchema = z.string().regex(/^(?!__proto__$)[\p{L}_][\p{L}\p{N}_]{0,63}$/u);

/**
 * What happens when a node fails: `stop` takes the flow's own error path, `port` leaves through the port `error`,
 * `value` leaves through the node's first port with this value as its output.
 */
export const onErrorSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("stop") }),
  z.strictObject({ mode: z.literal("port") }),
  z.strictObject({ mode: z.literal("value"), value: jsonSchema }),
]);

export const flowNodeSchema = z.strictObject({
  id,
  /** A kind of the registry. An unknown one (from a newer version) stays inert and visible; nothing is dropped. */
  kind: z.string().min(1).max(64),
  version: z.int().min(1),
  title: z.string().max(200).optional(),
  note: z.string().max(2_000).optional(),
  disabled: z.boolean().optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  /** Checked by the kind's own schema, not here, so that a broken node never hides the rest of the document. */
  config: z.record(z.string(), jsonSchema),
  onError: onErrorSchema.default({ mode: "stop" }),
  retry: z.strictObject({ max: z.int().min(0).max(5), backoffMs: z.int().min(100).max(60_000) }).optional(),
  timeoutMs: z.int().min(100).max(600_000).optional(),
});

export const flowEdgeSchema = z.strictObject({ id, from: id, port: z.string().min(1).max(64), to: id });

export const flowVariableSchema = z.strictObject({
  name: variableNameSchema,
  type: z.enum(["text", "number", "boolean", "list", "object"]),
  /** `turn` is cleared when the next message arrives; `contact` is remembered across the conversations of one customer. */
  scope: z.enum(["turn", "conversation", "contact"]).default("conversation"),
  default: jsonSchema.default(null),
  dataClass: z.enum(["general", "important", "core"]).default("general"),
  description: z.string().max(500).optional(),
});

/** Bases live outside the document; an id may be of one that is gone, or of another workspace, and then finds nothing. */
export const baseIdsSchema = z.array(z.uuid()).max(20);

const words = z.array(z.string().min(1).max(50)).max(100);

/** A repair is tried before the waiting node sees the message. Empty `words` means the shipped synonyms of both languages. */
const repair = z.strictObject({ enabled: z.boolean().default(true), words: words.default([]) });

export const flowSettingsSchema = z.strictObject({
  language: z.enum(LOCALES).default("zh-CN"),
  repair: z
    .strictObject({
      cancel: repair.extend({ to: id.nullable().default(null), text: textSchema.optional() }).prefault({}),
      back: repair.prefault({}),
      correct: repair.prefault({}),
      repeat: repair.prefault({}),
      /** A question that these FAQ sets answer for sure is answered in the middle of a form; then the form's question is asked again. */
      digress: z
        .strictObject({
          enabled: z.boolean().default(true),
          faqSets: z.array(id).max(20).default([]),
          /** Knowledge bases of the workspace that are asked beside the sets. */
          bases: baseIdsSchema.optional(),
        })
        .prefault({}),
      /** Cannot be switched off: a person can be asked for at any time. `to` is the node that takes over. */
      human: z
        .strictObject({
          words: words.default([]),
          to: id.nullable().default(null),
          text: textSchema.optional(),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Where the flow goes when a node fails, a port leads nowhere, or a limit is met: say `text`, then go on at `to` (or listen again from the start). */
  fallback: z.strictObject({ to: id.nullable().default(null), text: textSchema.optional() }).prefault({}),
  limits: z
    .strictObject({
      visitsMax: z.int().min(1).max(200).default(200),
      messagesMax: z.int().min(1).max(20).default(20),
    })
    .prefault({}),
});

export const flowSchema = z.strictObject({
  schema: z.literal(FLOW_SCHEMA),
  /** What authors call a sub-flow (see `name-flow.ts`). Documents from before it have none, and are written back without one. */
  title: z.string().max(FLOW_TITLE_MAX_CHARS).optional(),
  nodes: z.array(flowNodeSchema).max(FLOW_NODES_MAX),
  edges: z.array(flowEdgeSchema).max(FLOW_EDGES_MAX),
  variables: z.array(flowVariableSchema).max(500).default([]),
  settings: flowSettingsSchema.prefault({}),
  notes: z
    .array(
      z.strictObject({
        id,
        text: z.string().max(5_000),
        position: z.strictObject({ x: z.number(), y: z.number() }),
        width: z.number().optional(),
        height: z.number().optional(),
        color: z.string().max(20).optional(),
      }),
    )
    .max(500)
    .default([]),
  groups: z
    .array(
      z.strictObject({
        id,
        title: z.string().max(200),
        nodes: z.array(id).max(FLOW_NODES_MAX),
        color: z.string().max(20).optional(),
        collapsed: z.boolean().optional(),
      }),
    )
    .max(200)
    .default([]),
});

export type Flow = z.infer<typeof flowSchema>;
export type FlowInput = z.input<typeof flowSchema>;
export type FlowNode = z.infer<typeof flowNodeSchema>;
export type FlowEdge = z.infer<typeof flowEdgeSchema>;
export type FlowVariable = z.infer<typeof flowVariableSchema>;
export type FlowSettings = z.infer<typeof flowSettingsSchema>;

/** One reviewed answer; `similar` and `question` may mix languages, the answer is picked by the reader's language. */
export const faqEntrySchema = z.strictObject({
  id,
  category: z.string().max(64).optional(),
  question: textSchema,
  similar: z.array(z.string().min(1).max(500)).max(500),
  negatives: z.array(z.string().min(1).max(500)).max(100).optional(),
  answer: textSchema,
});

export type FaqEntry = z.infer<typeof faqEntrySchema>;

/**
 * All that a published version needs to run, with nothing left outside: the flow, the flows it calls, and its FAQ sets.
 * Versions are immutable; a conversation stays on the bundle with which it began.
 */
export const bundleSchema = z.strictObject({
  flow: flowSchema,
  subflows: z.record(id, flowSchema).default({}),
  faqSets: z
    .record(
      id,
      z.strictObject({
        name: z.string().max(200),
        entries: z.array(faqEntrySchema).max(20_000),
        synonyms: z.array(z.array(z.string())).default([]),
      }),
    )
    .default({}),
});

export type Bundle = z.infer<typeof bundleSchema>;
export type BundleInput = z.input<typeof bundleSchema>;
