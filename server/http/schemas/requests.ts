import { z } from "zod";
import type { Json } from "../../../flows/kernel/json.ts";

/** What callers may send. Strict: an unknown field is refused, so nobody learns by accident what is ignored today. */

export const TEXT_MAX_CHARS = 8_000;
/** The longest `choice`: ids of options are short, and several picked at once are joined. */
const CHOICE_MAX_CHARS = 500;
const ATTACHMENTS_MAX = 5;
const CONTEXT_MAX_CHARS = 8_000;
/** A signed identity with some claims is well under this. */
const IDENTITY_MAX_CHARS = 4_000;

const id = z.uuid();

/** Bodies came through JSON.parse and the scan before it: they are JSON, of bounded depth. */
const contextSchema = z
  .record(z.string().min(1).max(64), z.json())
  .refine((context: Record<string, Json>) => JSON.stringify(context).length <= CONTEXT_MAX_CHARS, {
    params: { reason: "too_long" },
  });

export const startBodySchema = z
  .strictObject({
    visitor: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,64}$/)
      .optional()
      .describe(
        "A random string that the client made and keeps: names a returning customer without signing in.",
      ),
    locale: z.string().min(1).max(35).optional().describe("BCP 47; Accept-Language if absent."),
    identity: z
      .string()
      .min(1)
      .max(IDENTITY_MAX_CHARS)
      .optional()
      .describe("JWT (HS256) signed with the bot's identity secret; needs `sub` and `exp` within 24 hours."),
    context: contextSchema
      .optional()
      .describe("Values of the embedding page, readable in the flow; never executed."),
  })
  .meta({ id: "StartConversation" });

export const messageBodySchema = z
  .strictObject({
    id: z
      .string()
      // No colon, and not `start`: ids such as `start` and `call:c3` are the runtime's own.
      .regex(/^(?!start$)[A-Za-z0-9._-]{1,64}$/)
      .describe(
        "Made by the client, unique within the conversation; the same id gets the same answer again.",
      ),
    text: z.string().max(TEXT_MAX_CHARS).optional(),
    choice: z.string().min(1).max(CHOICE_MAX_CHARS).optional().describe("Id of the option that was clicked."),
    attachments: z
      .array(z.strictObject({ fileId: id }))
      .max(ATTACHMENTS_MAX)
      .optional(),
  })
  .refine(
    (body) =>
      (body.text ?? "").trim() !== "" || body.choice !== undefined || (body.attachments ?? []).length > 0,
    { path: ["text"], params: { reason: "empty" } },
  )
  .meta({ id: "SendMessage" });

const wholeNumber = z.string().regex(/^\d{1,9}$/);

export const PAGE_MAX = 200;

export const pageQuerySchema = z.strictObject({
  after: wholeNumber.default("0").describe("Messages with a greater `seq`, oldest first."),
  limit: wholeNumber.refine((value) => Number(value) >= 1 && Number(value) <= PAGE_MAX).default("50"),
});

export const uploadQuerySchema = z.strictObject({ conversation: id.describe("Id of the conversation.") });

export const noQuerySchema = z.strictObject({});

export const emptyBodySchema = z.strictObject({}).meta({ id: "Nothing" });

export const readBodySchema = z
  .strictObject({ seq: z.int().min(0).max(2_147_483_647).describe("The last message that was seen.") })
  .meta({ id: "MarkRead" });

export const ratingBodySchema = z
  .strictObject({
    messageId: id.optional().describe("One message; the whole conversation if absent."),
    value: z.union([z.enum(["up", "down"]), z.int().min(1).max(5)]),
    reason: z.string().max(1_000).optional(),
  })
  .meta({ id: "Rate" });

export type StartBody = z.infer<typeof startBodySchema>;
export type MessageBody = z.infer<typeof messageBodySchema>;
export type RatingBody = z.infer<typeof ratingBodySchema>;
