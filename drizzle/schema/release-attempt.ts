import { sql } from "drizzle-orm";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";

/** A release of a base that was begun and has not come to an end: it is being learned, or a process died with it. */
export const faqReleaseAttempt = pgTable("faq_release_attempt", {
  baseId: uuid("base_id")
    .primaryKey()
    .references(() => knowledgeBase.id, { onDelete: "cascade" }),
  workspaceId: uuid("workspace_id").notNull(),
  /** A later attempt takes the place of an earlier one, which must not end it. */
  attemptId: uuid("attempt_id").notNull().default(sql`uuidv7()`),
  note: text().notNull(),
  authorName: text("author_name").notNull(),
  begunAt: at("begun_at").notNull().defaultNow(),
  /** Put off again and again while somebody is at it. */
  aliveUntil: at("alive_until").notNull(),
});
