import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, ofBot } from "./columns.ts";

/** Who gets the new version during a gray release. A customer on `allowList` always does; the others by share, within the limits. */
export type GrayAudience = {
  readonly percent: number;
  /** Contact keys: `user:<sub>` or `visitor:<id>`. */
  readonly allowList: readonly string[];
  /** Empty means every channel. */
  readonly channels: readonly string[];
  /** Tags of the contact, any of which counts; empty means everybody. */
  readonly tags: readonly string[];
};

/** Rates from 0 to 1, measured on the new version only, once it has `conversationsMin` talks. Null is not guarded. */
export type GrayGuard = {
  readonly conversationsMin: number;
  readonly failureRateMax: number | null;
  readonly fallbackRateMax: number | null;
  readonly downRateMax: number | null;
};

/** A new version beside the live one. At most one is running or halted a bot. */
export const grayRelease = pgTable(
  "gray_release",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    versionId: uuid("version_id").notNull(),
    audience: jsonb().$type<GrayAudience>().notNull(),
    guard: jsonb().$type<GrayGuard>().notNull(),
    state: text().$type<"running" | "halted" | "promoted" | "stopped">().notNull(),
    haltReason: jsonb("halt_reason").$type<{
      readonly metric: string;
      readonly value: number;
      readonly max: number;
    }>(),
    authorName: text("author_name").notNull(),
    startedAt: at("started_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (table) => [
    index("gray_release_bot").on(table.botId, table.id),
    uniqueIndex("gray_release_open").on(table.botId).where(sql`state in ('running', 'halted')`),
  ],
);

/** What becomes of talks that run on an older version. Without a row they finish where they began. */
export const versionMove = pgTable(
  "version_move",
  {
    botId: ofBot(),
    fromVersionId: uuid("from_version_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    toVersionId: uuid("to_version_id").notNull(),
    mode: text().$type<"move" | "restart">().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.botId, table.fromVersionId] })],
);

/** Which version went live when, by whom and why: the trail that a rollback needs. */
export const releaseEvent = pgTable(
  "release_event",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    botId: ofBot(),
    workspaceId: uuid("workspace_id").notNull(),
    kind: text()
      .$type<
        | "published"
        | "rolled-back"
        | "gray-started"
        | "gray-changed"
        | "gray-halted"
        | "gray-promoted"
        | "gray-stopped"
      >()
      .notNull(),
    versionId: uuid("version_id").notNull(),
    fromVersionId: uuid("from_version_id"),
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    authorName: text("author_name").notNull(),
    number: integer().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [index("release_event_bot").on(table.botId, table.id)],
);
