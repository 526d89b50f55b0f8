import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Op } from "../../flows/editing/op.ts";
import type { Bundle } from "../../flows/kernel/flow.ts";
import type { Json } from "../../flows/kernel/json.ts";
import { at, ofBot } from "./columns.ts";

/** One saved change of a draft, as operations. `changeId` comes from the editor: the same change sent twice is saved once. */
export const draftChange = pgTable(
  "draft_change",
  {
    botId: ofBot(),
    rev: integer().notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    changeId: uuid("change_id").notNull(),
    /** The browser tab that sent it; it does not apply its own changes again. */
    clientId: uuid("client_id").notNull(),
    authorId: text("author_id").notNull(),
    authorName: text("author_name").notNull(),
    ops: jsonb().$type<readonly Op[]>().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.botId, table.rev] }),
    unique("draft_change_once").on(table.botId, table.changeId),
  ],
);

/** The whole draft at one moment. Kept 30 days; restoring one first takes another. */
export const draftSnapshot = pgTable(
  "draft_snapshot",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    rev: integer().notNull(),
    bundle: jsonb().$type<Bundle>().notNull(),
    reason: text().$type<"auto" | "manual" | "import" | "restore" | "publish" | "generated">().notNull(),
    authorId: text("author_id"),
    authorName: text("author_name").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [index("draft_snapshot_bot").on(table.botId, table.id)],
);

/** An edit that lost against another one. Nothing that anyone typed is thrown away: it can be taken back for 30 days. */
export const draftRecovery = pgTable(
  "draft_recovery",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    changeId: uuid("change_id").notNull(),
    /** The operation that was not applied, and what stood there instead. */
    op: jsonb().$type<Op>().notNull(),
    theirs: jsonb().$type<Json>(),
    reason: text().$type<"changed" | "gone" | "replaced">().notNull(),
    authorId: text("author_id").notNull(),
    authorName: text("author_name").notNull(),
    at: at("at").notNull().defaultNow(),
    resolvedAt: at("resolved_at"),
  },
  (table) => [index("draft_recovery_bot").on(table.botId, table.id)],
);
