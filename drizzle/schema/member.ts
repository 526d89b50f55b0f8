import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { authUser } from "./auth.ts";
import { at, bytea } from "./columns.ts";
import { workspace } from "./workspace.ts";

/** What each may do is in `server/auth/policy.ts`, nowhere else. */
export const ROLES = ["owner", "admin", "editor", "reviewer", "analyst", "agent"] as const;

export type Role = (typeof ROLES)[number];

/**
 * A trigger ends the sessions of a member whose role changes or who is disabled or removed, and another keeps at least one
 * owner a workspace: no path to the table can forget either.
 */
export const member = pgTable(
  "member",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    disabledAt: at("disabled_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("member_user").on(table.userId),
  ],
);

/** A link that its maker hands over. Used once; only the hash of its token is kept. */
export const invitation = pgTable(
  "invitation",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text().$type<Role>().notNull(),
    tokenHash: bytea("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").references(() => authUser.id, { onDelete: "set null" }),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => authUser.id, { onDelete: "set null" }),
    revokedAt: at("revoked_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [index("invitation_workspace").on(table.workspaceId, table.id)],
);
