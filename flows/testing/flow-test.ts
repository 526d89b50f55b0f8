import { z } from "zod";
import { jsonSchema } from "../kernel/json.ts";
import { LOCALES } from "../kernel/text.ts";

const SAID_MAX_CHARS = 8_000;
const TURNS_MAX = 100;
const ASSERTIONS_MAX = 30;

const words = z.string().min(1).max(SAID_MAX_CHARS);
const id = z.string().min(1).max(64);

/** What must hold after a turn. Texts are compared without regard to white space at their ends. */
export const assertionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("reply-contains"), text: words }),
  z.strictObject({ type: z.literal("reply-equals"), text: words }),
  z.strictObject({ type: z.literal("reply-not-contains"), text: words }),
  z.strictObject({ type: z.literal("reply-matches"), pattern: words }),
  z.strictObject({ type: z.literal("node-visited"), flowId: id, nodeId: id }),
  z.strictObject({ type: z.literal("port-taken"), flowId: id, nodeId: id, port: id }),
  z.strictObject({ type: z.literal("variable-equals"), name: id, value: jsonSchema }),
  z.strictObject({ type: z.literal("handed-over"), expected: z.boolean() }),
  z.strictObject({ type: z.literal("ended"), expected: z.boolean() }),
]);

export type Assertion = z.infer<typeof assertionSchema>;

/** A talk as it must go: what the customer does, turn by turn, and what must then hold. `expectStart` is checked before the first. */
export const flowTestScriptSchema = z.strictObject({
  locale: z.enum(LOCALES).default("zh-CN"),
  channel: z.string().max(64).default("web"),
  /** Epoch milliseconds at which the talk begins; null is a Monday at ten in China. */
  at: z.number().nullable().default(null),
  context: z.record(z.string(), jsonSchema).default({}),
  expectStart: z.array(assertionSchema).max(ASSERTIONS_MAX).default([]),
  turns: z
    .array(
      z.strictObject({
        does: z.discriminatedUnion("type", [
          z.strictObject({ type: z.literal("say"), text: words }),
          z.strictObject({ type: z.literal("choose"), option: words }),
          z.strictObject({
            type: z.literal("wait"),
            ms: z
              .int()
              .min(1)
              .max(31 * 86_400_000),
          }),
        ]),
        expect: z.array(assertionSchema).max(ASSERTIONS_MAX).default([]),
      }),
    )
    .max(TURNS_MAX),
});

export type FlowTestScript = z.infer<typeof flowTestScriptSchema>;
export type FlowTestScriptInput = z.input<typeof flowTestScriptSchema>;
