import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Channel } from "../../flows/kernel/channels.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import { at } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";

const ofBase = () =>
  uuid("base_id")
    .notNull()
    .references(() => knowledgeBase.id, { onDelete: "cascade" });
const emptyTexts = (): SQL => sql`'{}'::text[]`;

/** How the Q&A of a base is governed. A base without a row has the defaults. */
export const faqSetting = pgTable("faq_setting", {
  baseId: ofBase().primaryKey(),
  workspaceId: uuid("workspace_id").notNull(),
  /** Nobody approves what they wrote themselves, whatever their role. */
  fourEyes: boolean("four_eyes").notNull().default(false),
});

/** A tree; `position` orders the children of one parent. */
export const faqCategory = pgTable(
  "faq_category",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    parentId: uuid("parent_id").references((): AnyPgColumn => faqCategory.id, { onDelete: "cascade" }),
    name: text().notNull(),
    position: integer().notNull().default(0),
  },
  (table) => [index("faq_category_base").on(table.baseId, table.parentId)],
);

export type FaqState = "draft" | "in_review" | "approved" | "published" | "retired";
export type DataClass = "general" | "important" | "core";

/** One text a language; without a channel it is for every channel that has none of its own. */
export type FaqAnswer = { readonly locale: Locale; readonly channel: Channel | null; readonly text: string };

export type FaqAttachment = {
  readonly type: "image" | "file";
  readonly url: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

/** What is worked on. Customers get none of it, but the copy in a release. */
export const faqEntry = pgTable(
  "faq_entry",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    categoryId: uuid("category_id").references(() => faqCategory.id, { onDelete: "set null" }),
    question: jsonb().$type<{ readonly [Language in Locale]?: string }>().notNull(),
    similar: text().array().notNull().default(emptyTexts()),
    negatives: text().array().notNull().default(emptyTexts()),
    answers: jsonb().$type<readonly FaqAnswer[]>().notNull().default([]),
    attachments: jsonb().$type<readonly FaqAttachment[]>().notNull().default([]),
    tags: text().array().notNull().default(emptyTexts()),
    dataClass: text("data_class").$type<DataClass>().notNull().default("general"),
    /** Who answers for it; no foreign key: the entry outlives the account. */
    ownerId: uuid("owner_id"),
    validFrom: at("valid_from"),
    validTo: at("valid_to"),
    reviewEveryDays: integer("review_every_days"),
    reviewedAt: at("reviewed_at"),
    state: text().$type<FaqState>().notNull().default("draft"),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    approverId: uuid("approver_id"),
    approverName: text("approver_name"),
    /** The rev that somebody answered for last; what was changed since is not approved. */
    approvedRev: integer("approved_rev"),
    /** Counts every change; each has its row in `faq_revision`. */
    rev: integer().notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    deletedAt: at("deleted_at"),
  },
  (table) => [
    index("faq_entry_base").on(table.baseId, table.id),
    index("faq_entry_category").on(table.categoryId),
  ],
);

/** Who changed what when. Rows are only added: history is what a bring-back and a dispute need. */
export const faqRevision = pgTable(
  "faq_revision",
  {
    entryId: uuid("entry_id")
      .notNull()
      .references(() => faqEntry.id, { onDelete: "cascade" }),
    rev: integer().notNull(),
    baseId: uuid("base_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    kind: text()
      .$type<
        | "created"
        | "imported"
        | "edited"
        /** Only what no customer can notice: category, tags, owner, review interval. */
        | "sorted"
        | "restored"
        | "submitted"
        | "approved"
        | "rejected"
        | "published"
        | "reviewed"
        | "retired"
        | "revived"
        | "deleted"
        | "undeleted"
      >()
      .notNull(),
    /** The whole content after the change (see `server/knowledge/faq/entry-content.ts`). */
    content: jsonb().notNull(),
    state: text().$type<FaqState>().notNull(),
    note: text().notNull().default(""),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.rev] })],
);

/** Words that mean the same, the preferred one first; without a base they count in every base of the workspace. */
export const faqSynonym = pgTable(
  "faq_synonym",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id").notNull(),
    baseId: uuid("base_id").references(() => knowledgeBase.id, { onDelete: "cascade" }),
    words: text().array().notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("faq_synonym_workspace").on(table.workspaceId, table.baseId)],
);

/** Immutable: the approved entries of one moment with the model learned from them. A row is never updated, but for a model that a newer program learns anew. */
export const faqRelease = pgTable(
  "faq_release",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    number: integer().notNull(),
    /** See `server/knowledge/faq/release-content.ts`. */
    content: jsonb().notNull(),
    /** A compiled matcher (`server/understanding/compile-faq.ts`). */
    model: jsonb().notNull(),
    contentHash: text("content_hash").notNull(),
    entriesCount: integer("entries_count").notNull(),
    /** How many of the questions of `faq_test` it was asked, and how many it answered as it should; null before there were any. */
    testsCount: integer("tests_count"),
    testsPassed: integer("tests_passed"),
    note: text().notNull().default(""),
    /** words: the entries of the release before it, learned anew because synonyms or terms had changed. */
    cause: text().$type<"entries" | "words">().notNull().default("entries"),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [unique("faq_release_number").on(table.baseId, table.number)],
);

/** Which release went live when, by whom and why. */
export const faqReleaseEvent = pgTable(
  "faq_release_event",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    kind: text().$type<"released" | "rolled-back">().notNull(),
    releaseId: uuid("release_id").notNull(),
    fromReleaseId: uuid("from_release_id"),
    number: integer().notNull(),
    note: text().notNull().default(""),
    authorName: text("author_name").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [index("faq_release_event_base").on(table.baseId, table.id)],
);
