import { z } from "zod";

/** What a customer may be asked for. `pattern` takes whatever the author's own pattern finds. */
export const ANSWER_TYPES = [
  "text",
  "number",
  "email",
  "phone",
  "order-no",
  "date",
  "yes-no",
  "pattern",
  "file",
] as const;

/** Which phone numbers count: mainland mobiles and landlines, or those of any country as well. */
export const PHONE_REGIONS = ["cn", "international"] as const;

export const DATE_RANGES = ["any", "past", "future"] as const;

/** Longest message that the product accepts from a customer. */
const ANSWER_MAX_CHARS = 8_000;

const PATTERN_MAX_CHARS = 500;

/** Rules of one answer; each applies to the types that know it. Spread into the config of a kind that asks. */
export const answerShape = {
  minChars: z.int().min(0).max(ANSWER_MAX_CHARS).optional(),
  maxChars: z.int().min(1).max(ANSWER_MAX_CHARS).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Whole numbers only. */
  integer: z.boolean().default(false),
  phoneRegion: z.enum(PHONE_REGIONS).default("international"),
  dates: z.enum(DATE_RANGES).default("any"),
  /** For `pattern`, and as a further rule for `order-no`. The first group is the answer, where there is one. */
  pattern: z.string().max(PATTERN_MAX_CHARS).optional(),
} as const;

const answerRules = z.object({ type: z.enum(ANSWER_TYPES), ...answerShape });

export type AnswerRules = z.infer<typeof answerRules>;
