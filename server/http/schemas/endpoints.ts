import type { z } from "zod";
import * as answers from "./answers.ts";
import * as requests from "./requests.ts";

/** One call of the public API, as code registers it and as OpenAPI shows it. */
export type Endpoint = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly summary: string;
  /** `token`: needs the conversation's Bearer token. */
  readonly access: "public" | "token";
  readonly query: z.ZodObject;
  readonly body: z.ZodType | "file" | null;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    readonly schema: z.ZodType | "events" | "openapi" | null;
  };
};

const { noQuerySchema } = requests;

/** Every call of `/v1`. A route that is not in this table does not exist (a test compares the two). */
export const endpoints = {
  getBot: {
    method: "GET",
    path: "/v1/bots/:botKey",
    summary: "What a face needs to know of a bot before the first word",
    access: "public",
    query: noQuerySchema,
    body: null,
    answer: { status: 200, schema: answers.botSchema },
  },
  startConversation: {
    method: "POST",
    path: "/v1/bots/:botKey/conversations",
    summary: "Starts the published flow and runs it to its first wait",
    access: "public",
    query: noQuerySchema,
    body: requests.startBodySchema,
    answer: { status: 201, schema: answers.startedSchema },
  },
  sendMessage: {
    method: "POST",
    path: "/v1/conversations/:id/messages",
    summary: "Sends a message; the answer holds what was said so far in this turn",
    access: "token",
    query: noQuerySchema,
    body: requests.messageBodySchema,
    answer: { status: 200, schema: answers.answerSchema },
  },
  listMessages: {
    method: "GET",
    path: "/v1/conversations/:id/messages",
    summary: "A page of the history",
    access: "token",
    query: requests.pageQuerySchema,
    body: null,
    answer: { status: 200, schema: answers.pageSchema },
  },
  openCitation: {
    method: "GET",
    path: "/v1/conversations/:id/messages/:seq/citations/:index",
    summary:
      "The passage that a message cites, with its neighbours; `index` counts the sources of the message from 0. Only what this conversation was told from",
    access: "token",
    query: noQuerySchema,
    body: null,
    answer: { status: 200, schema: answers.citedSchema },
  },
  readEvents: {
    method: "GET",
    path: "/v1/conversations/:id/events",
    summary:
      "Live events (SSE): message, delta, typing, status, queue, rating-request; goes on after Last-Event-ID, the `seq` of the last message seen",
    access: "token",
    query: noQuerySchema,
    body: null,
    answer: { status: 200, schema: "events" },
  },
  reportTyping: {
    method: "POST",
    path: "/v1/conversations/:id/typing",
    summary: "The customer is typing",
    access: "token",
    query: noQuerySchema,
    body: requests.emptyBodySchema,
    answer: { status: 204, schema: null },
  },
  markRead: {
    method: "POST",
    path: "/v1/conversations/:id/read",
    summary: "The customer has seen everything up to `seq`",
    access: "token",
    query: noQuerySchema,
    body: requests.readBodySchema,
    answer: { status: 204, schema: null },
  },
  rate: {
    method: "POST",
    path: "/v1/conversations/:id/rating",
    summary:
      "Thumbs for one message, or 1 to 5 for the whole conversation; a second rating replaces the first",
    access: "token",
    query: noQuerySchema,
    body: requests.ratingBodySchema,
    answer: { status: 204, schema: null },
  },
  endConversation: {
    method: "POST",
    path: "/v1/conversations/:id/end",
    summary: "The customer ends the conversation",
    access: "token",
    query: noQuerySchema,
    body: requests.emptyBodySchema,
    answer: { status: 200, schema: answers.answerSchema },
  },
  uploadFile: {
    method: "POST",
    path: "/v1/files",
    summary: "Stores a file of at most 10 MB; its id then goes into `attachments` of a message",
    access: "token",
    query: requests.uploadQuerySchema,
    body: "file",
    answer: { status: 201, schema: answers.uploadedSchema },
  },
  getOpenApi: {
    method: "GET",
    path: "/v1/openapi.json",
    summary: "This document",
    access: "public",
    query: noQuerySchema,
    body: null,
    answer: { status: 200, schema: "openapi" },
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
