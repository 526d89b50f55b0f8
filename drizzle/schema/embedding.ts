import { index, integer, jsonb, pgTable, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import type { JsonObject } from "../../flows/kernel/json.ts";
import { at } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";
import { workspace } from "./workspace.ts";

const ofBase = () =>
  uuid("base_id")
    .notNull()
    .references(() => knowledgeBase.id, { onDelete: "cascade" });

/** Whoever turns a workspace's texts into vectors. Without a row nothing is asked, and search is by words alone. */
export const embeddingProvider = pgTable("embedding_provider", {
  workspaceId: uuid("workspace_id")
    .primaryKey()
    .references(() => workspace.id, { onDelete: "cascade" }),
  /** Up to and without `/embeddings`; null for a model in a folder on this machine, which `model` names. */
  baseUrl: text("base_url"),
  model: text().notNull(),
  /** Sealed (`server/auth/secret-box.ts`); null for a service that asks for none. */
  apiKey: text("api_key"),
  batchSize: integer("batch_size").notNull(),
  /** Length of its vectors, as it answered when it was saved. */
  dimensions: integer().notNull(),
  /** Names what its vectors can be compared with: the same for the same address, model and length. */
  modelKey: text("model_key").notNull(),
  authorName: text("author_name").notNull(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

/** How far a base's texts are turned into vectors. The row is the truth; a job only wakes whoever does it. */
export const baseEmbedding = pgTable(
  "base_embedding",
  {
    baseId: ofBase().primaryKey(),
    workspaceId: uuid("workspace_id").notNull(),
    state: text().$type<"queued" | "running" | "ready" | "failed" | "cancelled">().notNull(),
    /** What it was brought level with last: a base that has moved on since is due again. */
    modelKey: text("model_key"),
    passagesRev: integer("passages_rev"),
    releaseId: uuid("release_id"),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    errorCode: text("error_code"),
    errorFacts: jsonb("error_facts").$type<JsonObject>(),
    /** Failures in a row. */
    attempts: integer().notNull().default(0),
    nextAt: at("next_at"),
    leaseUntil: at("lease_until"),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("base_embedding_workspace").on(table.workspaceId)],
);

/** One text as a vector of length 1, known by what it says: a text that stays, or comes back, is never asked for again. */
export const baseVector = pgTable(
  "base_vector",
  {
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    modelKey: text("model_key").notNull(),
    /** MD5 of the text. */
    hash: text().notNull(),
    vector: real().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.baseId, table.modelKey, table.hash] })],
);
