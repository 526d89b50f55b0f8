import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";

export type CaseState = "draft" | "in_review" | "approved" | "retired";

/** What a case says. `answer` is the good practice; it alone is said to customers, the rest is for colleagues. */
export type CaseContent = {
  readonly question: string;
  readonly context: string;
  readonly outcome: string;
  readonly answer: string;
  readonly tags: readonly string[];
};

/** What was learned from one talk or one event. Experts answer for it before anybody is answered from it. */
export const knowledgeCase = pgTable(
  "knowledge_case",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: uuid("base_id")
      .notNull()
      .references(() => knowledgeBase.id, { onDelete: "cascade" }),
    workspaceId: uuid("workspace_id").notNull(),
    question: text().notNull(),
    context: text().notNull().default(""),
    outcome: text().notNull().default(""),
    answer: text().notNull().default(""),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    /** Who answers for it; no foreign key: the case outlives the account. */
    ownerId: uuid("owner_id"),
    /** The talk that it was learned from; no foreign key: the case outlives the talk. */
    conversationId: uuid("conversation_id"),
    state: text().$type<CaseState>().notNull().default("draft"),
    /** What was approved last, and customers are answered from, while a newer draft may be at work; null when nothing is. */
    served: jsonb().$type<CaseContent>(),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    approverId: uuid("approver_id"),
    approverName: text("approver_name"),
    /** The rev that somebody answered for last. */
    approvedRev: integer("approved_rev"),
    /** Counts every change; each has its row in `knowledge_case_revision`. */
    rev: integer().notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    deletedAt: at("deleted_at"),
  },
  (table) => [
    index("knowledge_case_base").on(table.baseId, table.id),
    index("knowledge_case_conversation").on(table.conversationId),
  ],
);

/** Who changed what when. Rows are only added. */
export const knowledgeCaseRevision = pgTable(
  "knowledge_case_revision",
  {
    caseId: uuid("case_id")
      .notNull()
      .references(() => knowledgeCase.id, { onDelete: "cascade" }),
    rev: integer().notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    kind: text()
      .$type<
        | "created"
        | "edited"
        | "submitted"
        | "approved"
        | "rejected"
        | "retired"
        | "revived"
        | "deleted"
        | "restored"
      >()
      .notNull(),
    content: jsonb().$type<CaseContent>().notNull(),
    state: text().$type<CaseState>().notNull(),
    note: text().notNull().default(""),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.rev] })],
);
