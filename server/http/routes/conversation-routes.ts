import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../app-error.ts";
import { openCitation } from "../../knowledge/documents/open-citation.ts";
import type { ConversationRef, MessageInput } from "../../runtime/contract.ts";
import { findAttachments } from "../files/file-store.ts";
import { countCall, type HttpContext, openConversation, sendJson, sendNothing } from "../http-context.ts";
import { parseInput } from "../parse-input.ts";
import { endpoints } from "../schemas/endpoints.ts";
import {
  emptyBodySchema,
  type MessageBody,
  messageBodySchema,
  noQuerySchema,
  pageQuerySchema,
  ratingBodySchema,
  readBodySchema,
} from "../schemas/requests.ts";
import { markRead, storeRating } from "../store-feedback.ts";
import { invalidRequest } from "../to-problem.ts";

type ConversationRequest = { Params: { readonly id: string } };

type CitationRequest = {
  Params: { readonly id: string; readonly seq: string; readonly index: string };
};

const place = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const citationPlaceSchema = z.object({ seq: place, index: place });

/** What the customer of a conversation can do with its token. */
export function addConversationRoutes(app: FastifyInstance, context: HttpContext): void {
  addMessageRoutes(app, context);
  addFeedbackRoutes(app, context);
}

function addMessageRoutes(app: FastifyInstance, context: HttpContext): void {
  const { runtime, limits, metrics, sql } = context;

  app.post<ConversationRequest>(endpoints.sendMessage.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.messagesPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    const body = parseInput(messageBodySchema, request.body);
    const input = toMessageInput(body, await readAttachments(context, ref, body));
    const startedAt = performance.now();
    const answer = await runtime.receiveMessage(ref, input);
    metrics.observeTurn(performance.now() - startedAt);
    return sendJson(reply, 200, answer);
  });

  app.get<ConversationRequest>(endpoints.listMessages.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    const { after, limit } = parseInput(pageQuerySchema, request.query);
    return sendJson(
      reply,
      200,
      await runtime.listMessages(ref, { after: Number(after), limit: Number(limit) }),
    );
  });

  app.get<CitationRequest>(endpoints.openCitation.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    const place = citationPlaceSchema.safeParse(request.params).data;
    if (place === undefined) throw new AppError("not_found");
    return sendJson(reply, 200, await openCitation(sql, { ...ref, ...place }));
  });

  app.post<ConversationRequest>(endpoints.endConversation.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    parseInput(emptyBodySchema, request.body ?? {});
    return sendJson(reply, 200, await runtime.endConversation(ref, "ended-by-customer"));
  });
}

function addFeedbackRoutes(app: FastifyInstance, context: HttpContext): void {
  const { runtime, limits, sql } = context;

  app.post<ConversationRequest>(endpoints.reportTyping.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    parseInput(emptyBodySchema, request.body ?? {});
    runtime.publishLive(ref.conversationId, { type: "typing", by: "customer" });
    return sendNothing(reply);
  });

  app.post<ConversationRequest>(endpoints.markRead.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    await markRead(sql, ref, parseInput(readBodySchema, request.body).seq);
    return sendNothing(reply);
  });

  app.post<ConversationRequest>(endpoints.rate.path, async (request, reply) => {
    const ref = await openConversation(context, request, { id: request.params.id, reply });
    await countCall(context, limits.callsPerConversation, ref.conversationId);
    parseInput(noQuerySchema, request.query);
    const isStored = await storeRating(sql, ref, parseInput(ratingBodySchema, request.body));
    if (!isStored) throw new AppError("not_found");
    return sendNothing(reply);
  });
}

/** What a client says of a file is never believed: the stored row says what it is, and that it is this conversation's. */
async function readAttachments(
  { sql }: HttpContext,
  ref: ConversationRef,
  { attachments = [] }: MessageBody,
): Promise<MessageInput["attachments"]> {
  if (attachments.length === 0) return [];
  const ids = attachments.map(({ fileId }) => fileId);
  const found = await findAttachments(sql, ref, ids);
  if (!found) throw invalidRequest([{ field: "attachments", reason: "file_unknown" }]);
  return found;
}

function toMessageInput(body: MessageBody, attachments: MessageInput["attachments"]): MessageInput {
  return { clientId: body.id, text: body.text ?? "", choice: body.choice ?? null, attachments };
}
