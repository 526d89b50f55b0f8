import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { at } from "./columns.ts";
import { workspace } from "./workspace.ts";

/**
 * What came of examining a part of some draft. Nothing depends on it: it can be made anew from what was examined, in seconds. Of a
 * workspace only those that were looked at last are kept.
 */
export const examination = pgTable(
  "examination",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    /** Names everything that the report follows from: the examples, the words of the workspace, and how it is examined. */
    contentHash: text("content_hash").notNull(),
    report: jsonb().$type<LearningReport>().notNull(),
    usedAt: at("used_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.contentHash] }),
    index("examination_used").on(table.workspaceId, table.usedAt),
  ],
);
