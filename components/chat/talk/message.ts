import * as z from "zod/mini";
import type { Origin, Part } from "../../../flows/kernel/protocol.ts";

export type ConversationStatus = "waiting" | "working" | "queued" | "human" | "ended";

export type ChatMessage = {
  readonly id: string;
  readonly clientId: string | null;
  /** Gapless within a conversation: the key of a message, and the place where reading goes on. */
  readonly seq: number;
  readonly role: "bot" | "agent" | "customer" | "system";
  readonly at: string;
  readonly parts: readonly Part[];
  readonly author: string | null;
  readonly origin: Origin;
};

const text = z.object({ type: z.literal("text"), text: z.string() });
const image = z.object({ type: z.literal("image"), url: z.string(), alt: z.string() });
const file = z.object({
  type: z.literal("file"),
  url: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});
const choices = z.object({
  type: z.literal("choices"),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
  multiple: z.boolean(),
});
const card = z.object({
  type: z.literal("card"),
  title: z.string(),
  text: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  imageUrl: z.nullable(z.string()),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
});
const span = z.tuple([z.int(), z.int()]);
const place = z.object({
  pages: z.exactOptional(span),
  sheet: z.exactOptional(z.string()),
  rows: z.exactOptional(span),
  chars: span,
});
const passageSource = z.object({
  baseId: z.string(),
  documentId: z.string(),
  passageId: z.string(),
  place,
});
const citations = z.object({
  type: z.literal("citations"),
  items: z.array(
    z.object({
      title: z.string(),
      url: z.nullable(z.string()),
      quote: z.string(),
      source: z.exactOptional(z.union([passageSource, z.object({ baseId: z.string(), caseId: z.string() })])),
    }),
  ),
});

const partSchema = z.discriminatedUnion("type", [text, image, file, choices, card, citations]);

// A part that this page does not know yet (newer server, older tab) is left out; the rest of the message still shows.
const partsSchema = z.pipe(
  z.array(z.unknown()),
  z.transform((parts): readonly Part[] => parts.flatMap((part) => partSchema.safeParse(part).data ?? [])),
);

export const messageSchema = z.object({
  id: z.string(),
  clientId: z._default(z.nullable(z.string()), null),
  seq: z.int().check(z.positive()),
  role: z.enum(["bot", "agent", "customer", "system"]),
  at: z.string(),
  parts: partsSchema,
  author: z._default(z.nullable(z.string()), null),
  origin: z.enum(["flow", "faq", "model", "person"]),
});

export const statusSchema = z.enum(["waiting", "working", "queued", "human", "ended"]);

export const answerSchema = z.object({ messages: z.array(messageSchema), status: statusSchema });
export const pageSchema = z.object({
  messages: z.array(messageSchema),
  status: statusSchema,
  hasMore: z._default(z.boolean(), false),
  ratingRequested: z._default(z.boolean(), false),
});
export const startedSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  messages: z.array(messageSchema),
  status: statusSchema,
});
/** What a citation opens: the passage, and what stands around it. */
export const citedSchema = z.object({
  title: z.string(),
  url: z.nullable(z.string()),
  passages: z.array(
    z.object({ isCited: z.boolean(), titlePath: z.array(z.string()), text: z.string(), place }),
  ),
});
export const uploadedSchema = z.object({
  fileId: z.string(),
  url: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

export type Cited = z.infer<typeof citedSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type UploadedFile = z.infer<typeof uploadedSchema>;

/** What a customer's own files look like before the server has said so. */
export function toFileParts(files: readonly UploadedFile[]): readonly Part[] {
  return files.map(({ url, name, mediaType, size }) =>
    mediaType.startsWith("image/")
      ? { type: "image", url, alt: name }
      : { type: "file", url, name, mediaType, size },
  );
}
