import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { JsonObject } from "../../flows/kernel/json.ts";
import { workspace } from "./workspace.ts";

/** Who did what that matters, and when. The console's role may add and read rows, never change or delete one. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    /** No foreign key: the entry outlives the account. */
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    /** A closed list: `server/auth/audit.ts`. */
    action: text().notNull(),
    target: text(),
    facts: jsonb().$type<JsonObject>().notNull().default({}),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("audit_entry_workspace").on(table.workspaceId, table.id)],
);
