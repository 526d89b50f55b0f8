import { z } from "zod";
import { variableNameSchema } from "../kernel/flow.ts";
import { jsonSchema } from "../kernel/json.ts";
import { LOCALES } from "../kernel/text.ts";
import type { TurnProblem, Visit } from "./test-result.ts";

/** More than a spreadsheet of a month's questions; each is a talk of its own. */
export const BATCH_ROWS_MAX = 5_000;
export const BATCH_QUESTION_MAX_CHARS = 2_000;
const EXPECTED_MAX_CHARS = 500;
const HISTORY_MAX = 20;
const VARIABLES_MAX_CHARS = 4_000;

const expected = z.string().trim().min(1).max(EXPECTED_MAX_CHARS).optional();

/** One question, and what is expected of it in the words of the spreadsheet: ids or names, in any language. */
export const batchRowSchema = z.strictObject({
  question: z.string().trim().min(1).max(BATCH_QUESTION_MAX_CHARS),
  /** What the customer said before, oldest first. */
  history: z.array(z.string().min(1).max(BATCH_QUESTION_MAX_CHARS)).max(HISTORY_MAX).optional(),
  /** What variables of the main flow hold when the talk begins, in place of their defaults. */
  variables: z
    .record(variableNameSchema, jsonSchema)
    .refine((values) => JSON.stringify(values).length <= VARIABLES_MAX_CHARS)
    .optional(),
  intent: expected,
  faq: expected,
  node: expected,
  text: z.string().trim().min(1).max(BATCH_QUESTION_MAX_CHARS).optional(),
});

export type BatchRow = z.infer<typeof batchRowSchema>;

export const batchInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  locale: z.enum(LOCALES),
  channel: z.string().min(1).max(64).default("web"),
  rows: z.array(batchRowSchema).min(1).max(BATCH_ROWS_MAX),
});

export type BatchInput = z.infer<typeof batchInputSchema>;

export const EXPECTATIONS = ["intent", "faq", "node", "text"] as const;

export type Expectation = (typeof EXPECTATIONS)[number];

/** What became of one question. Its row is the one at the same place of the input. */
export type BatchAnswer = {
  /** An intent's id, `ambiguous` or `none`; null when no node looked for an intent. */
  readonly intent: string | null;
  /** `set/entry`, `suggest` or `miss`; null when no node looked into the FAQ. */
  readonly faq: string | null;
  /** Of the last match, 0 to 1. */
  readonly score: number | null;
  readonly handedOver: boolean;
  /** The last visits of the turn that answered the question. */
  readonly path: readonly Visit[];
  readonly reply: string;
  readonly problem: TurnProblem["type"] | null;
  /** Expectations that do not hold. */
  readonly failed: readonly Expectation[];
};

export const isRight = ({ problem, failed }: BatchAnswer): boolean => problem === null && failed.length === 0;
