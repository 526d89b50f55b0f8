import { sql } from "drizzle-orm";
import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Everything belongs to a workspace. The console reads it through row-level security (role `jieda_console`). */
export const workspace = pgTable("workspace", {
  id: uuid().primaryKey().default(sql`uuidv7()`),
  name: text().notNull(),
  settings: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
