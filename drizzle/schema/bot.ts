import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { Channel } from "../../flows/kernel/channels.ts";
import type { Bundle } from "../../flows/kernel/flow.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import { workspace } from "./workspace.ts";

/** How the bot looks and behaves to customers; what of it is public is listed by hand in `server/http/public-bot.ts`. */
export type BotSettings = {
  readonly locales: readonly Locale[];
  readonly theme: {
    readonly color: string;
    readonly position: "left" | "right";
    readonly dark: "auto" | "light" | "dark";
    readonly launcherText: string | null;
    readonly avatarUrl: string | null;
  };
  /** For which channels it is written: what they cannot show is a warning of the checks. None kept means the web alone. */
  readonly channels?: readonly Channel[] | undefined;
  /** Origins whose pages may embed the bot, such as `https://shop.example`; empty allows every origin. */
  readonly allowedOrigins: readonly string[];
  readonly sound: boolean;
  readonly fileUpload: boolean;
  /** Customers must come with a signed identity. */
  readonly identityRequired: boolean;
  /** Messages of one customer within this window are one turn; 0 answers each at once. */
  readonly burstMs: number;
};

export const bot = pgTable(
  "bot",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    /** Public: names the bot in URLs and in the widget's script tag. */
    key: text().notNull().unique(),
    name: text().notNull(),
    settings: jsonb().$type<BotSettings>().notNull(),
    /** HS256 key with which the shop signs its customers' identities; AES-256-GCM, never shown again. */
    identitySecret: text("identity_secret"),
    liveVersionId: uuid("live_version_id"),
    isPaused: boolean("is_paused").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
  },
  (table) => [index("bot_workspace").on(table.workspaceId)],
);

/** The document that operators edit. `rev` counts saved changes. */
export const flowDraft = pgTable("flow_draft", {
  botId: uuid("bot_id")
    .primaryKey()
    .references(() => bot.id, { onDelete: "cascade" }),
  workspaceId: uuid("workspace_id").notNull(),
  bundle: jsonb().$type<Bundle>().notNull(),
  /** Knowledge bases that the bundle names; written by a trigger, so that no list of bases reads bundles. */
  baseIds: uuid("base_ids").array().notNull().default(sql`'{}'::uuid[]`),
  rev: integer().notNull().default(1),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/** Immutable: what was published, with its compiled understanding. A row is never updated. */
export const flowVersion = pgTable(
  "flow_version",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    botId: uuid("bot_id")
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    bundle: jsonb().$type<Bundle>().notNull(),
    /** As in `flowDraft`. */
    baseIds: uuid("base_ids").array().notNull().default(sql`'{}'::uuid[]`),
    /** Serialised matchers by model id (see `server/runtime/compile-models.ts`). */
    models: jsonb().$type<unknown>().notNull(),
    contentHash: text("content_hash").notNull(),
    engineAbi: integer("engine_abi").notNull(),
    note: text().notNull().default(""),
    authorId: text("author_id"),
    /** What the checks and the required tests said when it was published; null before there were any. */
    checkReport: jsonb("check_report").$type<{ readonly warnings: readonly unknown[] }>(),
    testReport: jsonb("test_report").$type<{
      readonly passed: number;
      readonly failed: number;
      readonly override: string | null;
    }>(),
    /** Rev of the draft that it was made of. */
    draftRev: integer("draft_rev"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique("flow_version_number").on(table.botId, table.number)],
);

/** Why the newest draft could not be served, when it could not; the last good version stays live. */
export const publishFailure = pgTable("publish_failure", {
  botId: uuid("bot_id")
    .primaryKey()
    .references(() => bot.id, { onDelete: "cascade" }),
  workspaceId: uuid("workspace_id").notNull(),
  problems: jsonb().$type<readonly unknown[]>().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
