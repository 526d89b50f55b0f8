import { z } from "zod";
import { LOCALES } from "../../../flows/kernel/text.ts";
import { passagePlaceSchema } from "../../../flows/knowledge/passage-place.ts";

/** What callers get, for the OpenAPI document; the types of the runtime's contract decide, a test compares the two. */

/** `source` names the place in a document of the shop, its case or a thing of its graph. A document's place opens by `.../citations/:index`, the others never. */
const citationSchema = z.object({
  title: z.string(),
  url: z.string().nullable(),
  quote: z.string(),
  source: z
    .union([
      z.object({
        ...{ baseId: z.string(), documentId: z.string(), passageId: z.string(), place: passagePlaceSchema },
      }),
      z.object({ baseId: z.string(), caseId: z.string() }),
      z.object({ baseId: z.string(), entityId: z.string() }),
    ])
    .exactOptional(),
});

export const citedSchema = z
  .object({
    title: z.string(),
    url: z.string().nullable().describe("Where the document itself can be read; null for what was uploaded."),
    passages: z.array(
      z.object({
        isCited: z.boolean(),
        titlePath: z.array(z.string()),
        text: z.string(),
        place: passagePlaceSchema,
      }),
    ),
  })
  .meta({ id: "Cited" });

const partSchema = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("text"), text: z.string() }),
    z.object({ type: z.literal("image"), url: z.string(), alt: z.string() }),
    z.object({
      type: z.literal("file"),
      url: z.string(),
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
    }),
    z.object({
      type: z.literal("choices"),
      options: z.array(z.object({ id: z.string(), label: z.string() })),
      multiple: z.boolean(),
    }),
    z.object({
      type: z.literal("card"),
      title: z.string(),
      text: z.string(),
      fields: z.array(z.object({ label: z.string(), value: z.string() })),
      imageUrl: z.string().nullable(),
      links: z.array(z.object({ label: z.string(), url: z.string() })),
    }),
    z.object({
      type: z.literal("citations"),
      items: z.array(citationSchema),
    }),
  ])
  .meta({ id: "Part" });

export const messageSchema = z
  .object({
    id: z.string(),
    clientId: z.string().nullable().describe("The id that the client gave to its own message."),
    seq: z.int().min(1).describe("Gapless within a conversation; the id of the live event."),
    role: z.enum(["bot", "agent", "customer", "system"]),
    at: z.iso.datetime(),
    parts: z.array(partSchema),
    author: z.string().nullable(),
    origin: z.enum(["flow", "faq", "model", "person"]),
  })
  .meta({ id: "Message" });

const statusSchema = z
  .enum(["waiting", "working", "queued", "human", "ended"])
  .describe("waiting: for the customer; working: a step goes on; queued and human: handed over to a person.")
  .meta({ id: "Status" });

export const answerSchema = z
  .object({ messages: z.array(messageSchema), status: statusSchema })
  .meta({ id: "Answer" });

export const startedSchema = z
  .object({
    conversationId: z.uuid(),
    token: z.string().describe("Opens this conversation only; shown once."),
    messages: z.array(messageSchema),
    status: statusSchema,
  })
  .meta({ id: "Started" });

export const pageSchema = z
  .object({
    messages: z.array(messageSchema),
    status: statusSchema,
    hasMore: z.boolean(),
    ratingRequested: z
      .boolean()
      .describe("The bot has asked for a rating of the whole conversation, and none has been given yet."),
  })
  .meta({ id: "Page" });

export const botSchema = z
  .object({
    botKey: z.string(),
    name: z.string(),
    locales: z.array(z.enum(LOCALES)),
    theme: z.object({
      color: z.string(),
      position: z.enum(["left", "right"]),
      dark: z.enum(["auto", "light", "dark"]),
      launcherText: z.string().nullable(),
      avatarUrl: z.string().nullable(),
    }),
    sound: z.boolean(),
    fileUpload: z.boolean(),
    identityRequired: z.boolean(),
  })
  .meta({ id: "Bot" });

export const uploadedSchema = z
  .object({
    fileId: z.uuid(),
    url: z.string().describe("Relative to this server; whoever has it can open the file."),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
  })
  .meta({ id: "UploadedFile" });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    fields: z.array(z.object({ field: z.string(), reason: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: "Problem" });
