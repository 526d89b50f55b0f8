import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { CallRequest, Origin, Part, Step } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";
import { at, bytea } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";

/**
 * A customer's turn writes `conversation`, `inbound`, `turn` and `message` in one statement. These tables carry no foreign
 * keys to each other on purpose: each key would be one more look-up a row on the hot path; the one statement that writes them
 * keeps them together, and `conversation_id` leads every index, so a talk's rows lie side by side.
 */

/** A customer of one bot, by signed identity or by browser. */
export const contact = pgTable(
  "contact",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id").notNull(),
    botId: uuid("bot_id").notNull(),
    /** `user:<sub>` when the shop vouched for it, `visitor:<id>` else. */
    key: text().notNull(),
    isVerified: smallint("is_verified").notNull().default(0),
    name: text(),
    attributes: jsonb().$type<JsonObject>().notNull().default({}),
    tags: text().array().notNull().default([]),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("contact_key").on(table.botId, table.key)],
);

export const conversation = pgTable(
  "conversation",
  {
    /** UUID v7: newest first is the order of the key, so no index breaks HOT updates. */
    id: uuid().primaryKey(),
    workspaceId: uuid("workspace_id").notNull(),
    botId: uuid("bot_id").notNull(),
    versionId: uuid("version_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    channel: text().notNull(),
    locale: text().notNull(),
    /** SHA-256 of the 256-bit token; the token itself is never stored. */
    tokenHash: bytea("token_hash").notNull(),
    session: jsonb().$type<Session>(),
    status: text().$type<"waiting" | "working" | "queued" | "human" | "ended">().notNull(),
    owner: text().$type<"bot" | "queue" | "human">().notNull().default("bot"),
    /** The fence: raised by every committed turn, claim and change of owner. Who wrote against an older one writes nothing. */
    epoch: bigint({ mode: "number" }).notNull().default(0),
    /** Committed turns so far. */
    turns: integer().notNull().default(0),
    /** Sequence number of the last message. */
    seq: integer().notNull().default(0),
    /** Accepted inbound events that no turn has taken yet. */
    pending: integer().notNull().default(0),
    leaseOwner: text("lease_owner"),
    leaseUntil: at("lease_until"),
    /** Pending work waits until then (bursts, back-off after a crash). */
    wakeAt: at("wake_at"),
    lastText: text("last_text"),
    resolution: text(),
    /** When the flow last asked for a rating of the whole talk. */
    ratingAskedAt: at("rating_asked_at"),
    readSeq: integer("read_seq").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (table) => [
    index("conversation_bot").on(table.botId, table.id),
    index("conversation_workspace").on(table.workspaceId, table.id),
    index("conversation_contact").on(table.contactId, table.id),
    index("conversation_pending").on(table.id).where(sql`pending > 0`),
  ],
);

/** Everything that was accepted from outside, once per conversation and client id. */
export const inbound = pgTable(
  "inbound",
  {
    conversationId: uuid("conversation_id").notNull(),
    /** The client's own id for a message; `call:c3`, `timer:t2` for what the runtime sends itself. */
    clientId: text("client_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    /** Order of acceptance. */
    position: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    kind: text().$type<"start" | "message" | "call-result" | "timer">().notNull(),
    body: jsonb().$type<JsonObject>().notNull(),
    state: text().$type<"pending" | "done" | "dead">().notNull(),
    /** The turn that took it; several messages of a burst share one. */
    turn: integer(),
    /** Claims that did not end in a commit; above 3 the event is dead. */
    crashes: smallint().notNull().default(0),
    error: text(),
    at: at("at").notNull().defaultNow(),
    doneAt: at("done_at"),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.clientId] }),
    index("inbound_open").on(table.conversationId, table.position).where(sql`state = 'pending'`),
    index("inbound_dead").on(table.workspaceId, table.position).where(sql`state = 'dead'`),
  ],
);

/** One committed move of one conversation, with its trace. The key makes a second turn of one number impossible. */
export const turn = pgTable(
  "turn",
  {
    conversationId: uuid("conversation_id").notNull(),
    number: integer().notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    epoch: bigint({ mode: "number" }).notNull(),
    /** `ms`: how long the call took that the step waited for. */
    steps: jsonb().$type<readonly (Step & { readonly ms?: number })[]>().notNull(),
    /** Stamp and inline results with which a replay gives the same session (I5). */
    replay: jsonb().$type<JsonObject>().notNull(),
    durationMs: integer("duration_ms").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.number] })],
);

export const message = pgTable(
  "message",
  {
    conversationId: uuid("conversation_id").notNull(),
    seq: integer().notNull(),
    id: uuid().notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    turn: integer().notNull(),
    /** Place among the messages of its turn; (turn, idx) appears at most once (I2). */
    idx: smallint().notNull(),
    role: text().$type<"bot" | "agent" | "customer" | "system">().notNull(),
    origin: text().$type<Origin>().notNull(),
    clientId: text("client_id"),
    nodeId: text("node_id"),
    author: text(),
    parts: jsonb().$type<readonly Part[]>().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.seq] }),
    unique("message_turn_idx").on(table.conversationId, table.turn, table.idx),
  ],
);

/** A queued step: its request, its lease and, once there, its memoised result. */
export const queuedCall = pgTable(
  "queued_call",
  {
    conversationId: uuid("conversation_id").notNull(),
    callId: text("call_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    nodeId: text("node_id").notNull(),
    request: jsonb().$type<CallRequest>().notNull(),
    /** `done`: the result is stored but no turn has taken it; `consumed`: a turn has. */
    state: text().$type<"pending" | "done" | "consumed">().notNull(),
    result: jsonb().$type<JsonObject>(),
    attempts: smallint().notNull().default(0),
    retryMax: smallint("retry_max").notNull(),
    backoffMs: integer("backoff_ms").notNull(),
    timeoutMs: integer("timeout_ms").notNull(),
    leaseOwner: text("lease_owner"),
    leaseEpoch: integer("lease_epoch").notNull().default(0),
    leaseUntil: at("lease_until"),
    nextAt: at("next_at").notNull().defaultNow(),
    durationMs: integer("duration_ms"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.callId] }),
    index("queued_call_open").on(table.nextAt).where(sql`state <> 'consumed'`),
  ],
);

export const timer = pgTable(
  "timer",
  {
    conversationId: uuid("conversation_id").notNull(),
    timerId: text("timer_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    fireAt: at("fire_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.timerId] }),
    index("timer_due").on(table.fireAt),
  ],
);

export const metricEvent = pgTable(
  "metric_event",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: uuid("workspace_id").notNull(),
    botId: uuid("bot_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    name: text().notNull(),
    facts: jsonb().$type<JsonObject>().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [index("metric_event_bot").on(table.botId, table.name, table.at)],
);

/** What a customer thought of one message, or of the whole talk (`messageId` null). */
export const rating = pgTable(
  "rating",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id").notNull(),
    botId: uuid("bot_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    messageId: uuid("message_id"),
    value: text().$type<"up" | "down" | "1" | "2" | "3" | "4" | "5">().notNull(),
    reason: text(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [unique("rating_target").on(table.conversationId, table.messageId).nullsNotDistinct()],
);

/** A file that a customer sent. Its bytes lie in the database, so every process and every backup has them. */
/** What a customer sent in a talk, or what goes with the answers of a knowledge base: it is the one's or the other's. */
export const file = pgTable(
  "file",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id").notNull(),
    conversationId: uuid("conversation_id"),
    baseId: uuid("base_id").references(() => knowledgeBase.id, { onDelete: "cascade" }),
    /** 256 random bits in the URL: who was not given the URL cannot guess it. */
    secret: text().notNull(),
    name: text().notNull(),
    mediaType: text("media_type").notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    data: bytea().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [
    index("file_conversation").on(table.conversationId),
    index("file_base").on(table.baseId),
    check("file_owner", sql`(conversation_id is null) <> (base_id is null)`),
  ],
);
