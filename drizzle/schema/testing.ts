import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Bundle } from "../../flows/kernel/flow.ts";
import type { Json } from "../../flows/kernel/json.ts";
import type { FlowTestScript } from "../../flows/testing/flow-test.ts";
import { authUser } from "./auth.ts";
import { at, bytea, ofBot } from "./columns.ts";

/** Tests that belong together. A required suite that fails keeps the draft from being published. */
export const testSuite = pgTable(
  "test_suite",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    name: text().notNull(),
    isRequired: boolean("is_required").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [index("test_suite_bot").on(table.botId, table.id)],
);

/** One talk that must go as it is written down. */
export const flowTest = pgTable(
  "flow_test",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    suiteId: uuid("suite_id")
      .notNull()
      .references(() => testSuite.id, { onDelete: "cascade" }),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    name: text().notNull(),
    script: jsonb().$type<FlowTestScript>().notNull(),
    /** Where it came from: `preview`, `conversation:<id>`, `template`, `hand`. */
    source: text().notNull(),
    position: integer().notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("flow_test_suite").on(table.suiteId, table.position)],
);

/** One run of a suite, or of a list of questions, on the draft as it was when it was asked for. */
export const testRun = pgTable(
  "test_run",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    suiteId: uuid("suite_id"),
    kind: text().$type<"suite" | "batch" | "publish">().notNull(),
    /** Rev of the draft; null when a version was tested. */
    draftRev: integer("draft_rev"),
    versionId: uuid("version_id"),
    bundle: jsonb().$type<Bundle>().notNull(),
    input: jsonb().$type<Json>().notNull(),
    state: text().$type<"queued" | "running" | "done" | "failed" | "cancelled">().notNull(),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    passed: integer().notNull().default(0),
    results: jsonb().$type<Json>(),
    error: text(),
    authorName: text("author_name").notNull(),
    leaseUntil: at("lease_until"),
    createdAt: at("created_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (table) => [
    index("test_run_bot").on(table.botId, table.id),
    index("test_run_open").on(table.id).where(sql`state in ('queued', 'running')`),
  ],
);

/** Lets somebody without an account talk to a draft or to one version. The token is shown once; its hash is stored. */
export const testerLink = pgTable(
  "tester_link",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    name: text().notNull(),
    tokenHash: bytea("token_hash").notNull(),
    /** Null follows the draft. */
    versionId: uuid("version_id"),
    passwordHash: text("password_hash"),
    authorName: text("author_name").notNull(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("tester_link_token").on(table.tokenHash),
    index("tester_link_bot").on(table.botId, table.id),
  ],
);

/** What a tester or a colleague says about one message or one node. Survives versions: it is pinned by ids only. */
export const flowComment = pgTable(
  "flow_comment",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    flowId: text("flow_id").notNull(),
    nodeId: text("node_id"),
    linkId: uuid("link_id"),
    /** The bot's words that are meant, and what the tester had asked. */
    message: text(),
    question: text(),
    thumb: text().$type<"up" | "down">(),
    text: text().notNull(),
    authorId: text("author_id"),
    authorName: text("author_name").notNull(),
    resolvedAt: at("resolved_at"),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [index("flow_comment_bot").on(table.botId, table.id)],
);

/** Whom a comment calls, until they have read it and after. */
export const commentMention = pgTable(
  "comment_mention",
  {
    commentId: uuid("comment_id")
      .notNull()
      .references(() => flowComment.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    readAt: at("read_at"),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.userId] }),
    index("comment_mention_unread").on(table.userId, table.botId).where(sql`read_at is null`),
  ],
);
