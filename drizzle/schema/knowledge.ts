import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";
import { workspace } from "./workspace.ts";

/** What a workspace knows about one subject: Q&A entries, documents, cases. Flows name it by id (see docs/decisions, "keep knowledge outside bots"). */
export const knowledgeBase = pgTable(
  "knowledge_base",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** The release of its Q&A that customers are answered from; null until the first one. */
    liveReleaseId: uuid("live_release_id"),
    /** Counts every change of its passages; whoever holds an index of them compares it. */
    passagesRev: integer("passages_rev").notNull().default(0),
    /** Words that mean the same, or terms, have changed since the live release was learned; null when that knows them. */
    wordsChangedAt: at("words_changed_at"),
    wordsChangedById: uuid("words_changed_by_id"),
    wordsChangedByName: text("words_changed_by_name"),
    /** The same for the facts of its graph. */
    graphRev: integer("graph_rev").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    deletedAt: at("deleted_at"),
  },
  (table) => [
    index("knowledge_base_workspace").on(table.workspaceId, table.id),
    index("knowledge_base_words").on(table.id).where(sql`words_changed_at is not null`),
  ],
);
