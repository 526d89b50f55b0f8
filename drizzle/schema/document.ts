import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { PassagePlace } from "../../flows/knowledge/passage-place.ts";
import { at, bytea } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";

const ofBase = () =>
  uuid("base_id")
    .notNull()
    .references(() => knowledgeBase.id, { onDelete: "cascade" });

/** A file or a page that answers are taken from. The row is the truth about its reading; a job only wakes whoever reads it. */
export const document = pgTable(
  "document",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    name: text().notNull(),
    source: text().$type<"upload" | "url">().notNull(),
    /** Where a page is read from again; null for an upload. */
    url: text(),
    /** What its bytes are; null until a page was fetched for the first time. */
    mediaType: text("media_type"),
    size: integer().notNull().default(0),
    sha256: text(),
    etag: text(),
    state: text().$type<"queued" | "parsing" | "ready" | "failed" | "cancelled">().notNull(),
    /** Percent of the reading that is under way. */
    progress: integer().notNull().default(0),
    /** Why the last reading failed; what was read before is kept and served. */
    errorCode: text("error_code"),
    errorFacts: jsonb("error_facts").$type<JsonObject>(),
    /** Read at least once: there are passages to search. */
    isServed: boolean("is_served").notNull().default(false),
    passages: integer().notNull().default(0),
    chars: bigint({ mode: "number" }).notNull().default(0),
    language: text(),
    /** Somebody has said which language it is, or that it is none: a reading does not say otherwise. */
    languageByPerson: boolean("language_by_person").notNull().default(false),
    tags: text().array().notNull().default(sql`'{}'`),
    dataClass: text("data_class").$type<"general" | "important" | "core">().notNull().default("general"),
    /** First and last day on which customers are answered from it. */
    validFrom: date("valid_from"),
    validUntil: date("valid_until"),
    /** Null: only when somebody asks for it. */
    resyncHours: integer("resync_hours"),
    nextSyncAt: at("next_sync_at"),
    lastSyncAt: at("last_sync_at"),
    /** Readings that were begun since it was queued: one that kills its reader again and again is given up. */
    attempts: integer().notNull().default(0),
    leaseUntil: at("lease_until"),
    authorName: text("author_name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    deletedAt: at("deleted_at"),
  },
  (table) => [
    index("document_base").on(table.baseId, table.id),
    index("document_open").on(table.id).where(sql`state in ('queued', 'parsing')`),
    index("document_sync").on(table.nextSyncAt).where(sql`next_sync_at is not null`),
  ],
);

/** The bytes as they came, in pieces: one of 30 MB read or written at once would hold up every other request. */
export const documentPiece = pgTable(
  "document_piece",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => document.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    data: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
);

/** One stretch of a document that is found and shown as a whole. */
export const passage = pgTable(
  "passage",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    documentId: uuid("document_id")
      .notNull()
      .references(() => document.id, { onDelete: "cascade" }),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    /** What the document says here, by a hash: a passage that a new reading finds again keeps its row, and with it its edits. */
    key: text().notNull(),
    position: integer().notNull(),
    /** Headings above it, outermost first. */
    titlePath: text("title_path").array().notNull(),
    text: text().notNull(),
    place: jsonb().$type<PassagePlace>().notNull(),
    isEdited: boolean("is_edited").notNull().default(false),
    /** An edited one below which the document has changed: somebody should look at it. */
    isOutdated: boolean("is_outdated").notNull().default(false),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("passage_key").on(table.documentId, table.key),
    index("passage_document").on(table.documentId, table.position),
    index("passage_base").on(table.baseId, table.id),
  ],
);
