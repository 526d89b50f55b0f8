import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "../../flows/kernel/text.ts";
import { at, bytea } from "./columns.ts";
import { workspace } from "./workspace.ts";

/** Tables of better-auth (its field names are the keys here) and what else guards the door. The console's role sees none of them but names of members. */

const id = () => uuid().primaryKey().default(sql`uuidv7()`);

export const authUser = pgTable("auth_user", {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  /** Null follows the browser. */
  locale: text().$type<Locale>(),
  theme: text().$type<"auto" | "light" | "dark">().notNull().default("auto"),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

export const authSession = pgTable(
  "auth_session",
  {
    id: id(),
    /** Worth nothing without the signature that only the server's secret makes. */
    token: text().notNull().unique(),
    userId: uuid("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    /** The workspace in which this session works; every procedure takes it from here. */
    activeWorkspaceId: uuid("active_workspace_id").references(() => workspace.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_session_user").on(table.userId)],
);

export const authAccount = pgTable(
  "auth_account",
  {
    id: id(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: at("access_token_expires_at"),
    refreshTokenExpiresAt: at("refresh_token_expires_at"),
    scope: text(),
    /** scrypt, salted. */
    password: text(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_account_user").on(table.userId)],
);

export const authVerification = pgTable(
  "auth_verification",
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_verification_identifier").on(table.identifier)],
);

export const authTwoFactor = pgTable(
  "auth_two_factor",
  {
    id: id(),
    secret: text().notNull(),
    backupCodes: text("backup_codes").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: at("locked_until"),
  },
  (table) => [index("auth_two_factor_user").on(table.userId)],
);

/** Tries of passwords and one-time tokens by account and by address; keys are hashes, so no e-mail stays here in the clear. */
export const authThrottle = pgTable(
  "auth_throttle",
  {
    key: text().primaryKey(),
    tries: integer().notNull(),
    resetAt: at("reset_at").notNull(),
  },
  (table) => [index("auth_throttle_reset").on(table.resetAt)],
);

/** The one link that makes the first owner: at most one row, only its hash is kept. */
export const setupToken = pgTable("setup_token", {
  id: integer().primaryKey().default(1),
  tokenHash: bytea("token_hash").notNull(),
  expiresAt: at("expires_at").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});
