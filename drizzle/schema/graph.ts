import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at } from "./columns.ts";
import { document, passage } from "./document.ts";
import { knowledgeBase } from "./knowledge.ts";

const ofBase = () =>
  uuid("base_id")
    .notNull()
    .references(() => knowledgeBase.id, { onDelete: "cascade" });

export type GraphState = "suggested" | "accepted" | "rejected";

/** A thing that facts are about. Customers name it by its name or one of its aliases. */
export const graphEntity = pgTable(
  "graph_entity",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    type: text().notNull(),
    name: text().notNull(),
    /** Type and name as they are compared (see `server/knowledge/graph/to-key.ts`): what is found again is the same thing. */
    key: text().notNull(),
    aliases: text().array().notNull().default(sql`'{}'::text[]`),
    /** Whether a person has taken it; what is only suggested answers nobody. */
    state: text().$type<GraphState>().notNull().default("suggested"),
    /** A person added it or changed its words: no reading takes it away. */
    isManual: boolean("is_manual").notNull().default(false),
    /**
     * What a person said it is the same as. Its facts and names stay its own and count as that thing's (see `sameAsId`): so a reading
     * finds them again under the words of the document, and the two can be separated as they were.
     */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => graphEntity.id, {
      onDelete: "set null",
    }),
    /** The end of that chain: the thing that stands for it. Null for one that stands for itself. */
    sameAsId: uuid("same_as_id").references((): AnyPgColumn => graphEntity.id, { onDelete: "set null" }),
    mergedByName: text("merged_by_name"),
    mergedAt: at("merged_at"),
    deciderId: uuid("decider_id"),
    deciderName: text("decider_name"),
    decidedAt: at("decided_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("graph_entity_key").on(table.baseId, table.key),
    index("graph_entity_base").on(table.baseId, table.id),
    index("graph_entity_merged").on(table.mergedIntoId).where(sql`merged_into_id is not null`),
    index("graph_entity_same").on(table.sameAsId).where(sql`same_as_id is not null`),
  ],
);

/** One thing said about an entity: a value, or its relation to another entity. */
export const graphFact = pgTable(
  "graph_fact",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    subjectId: uuid("subject_id")
      .notNull()
      .references((): AnyPgColumn => graphEntity.id, { onDelete: "cascade" }),
    /** The name of the attribute or the relation, as the document has it. */
    predicate: text().notNull(),
    /** What it is about on the other side; null where the fact is a value. */
    objectId: uuid("object_id").references((): AnyPgColumn => graphEntity.id, { onDelete: "cascade" }),
    value: text(),
    /** Which document says so; null for what a person added. */
    documentId: uuid("document_id").references(() => document.id, { onDelete: "cascade" }),
    passageId: uuid("passage_id").references(() => passage.id, { onDelete: "set null" }),
    /** The words of the passage that say so, and where in it they stand: characters from and before. */
    quote: text().notNull().default(""),
    spanFrom: integer("span_from").notNull().default(0),
    spanTo: integer("span_to").notNull().default(0),
    /** What is said, by a hash: a new reading that finds the same keeps the row, and with it what people decided. */
    key: text().notNull(),
    position: integer().notNull().default(0),
    state: text().$type<GraphState>().notNull().default("suggested"),
    /** Accepted, and its document does not say so any more: somebody should look at it. */
    isSourceChanged: boolean("is_source_changed").notNull().default(false),
    isManual: boolean("is_manual").notNull().default(false),
    deciderId: uuid("decider_id"),
    deciderName: text("decider_name"),
    decidedAt: at("decided_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("graph_fact_key").on(table.baseId, table.key),
    index("graph_fact_base").on(table.baseId, table.state, table.id),
    index("graph_fact_document").on(table.documentId, table.position),
    index("graph_fact_subject").on(table.subjectId),
    index("graph_fact_object").on(table.objectId),
    index("graph_fact_passage").on(table.passageId),
  ],
);

/** Documents whose passages have changed since facts were looked for in them. The row is the truth; a job only wakes. */
export const graphReading = pgTable(
  "graph_reading",
  {
    documentId: uuid("document_id")
      .primaryKey()
      .references(() => document.id, { onDelete: "cascade" }),
    workspaceId: uuid("workspace_id").notNull(),
    /** Counts the changes; `read_rev` is the one that was last looked through. */
    rev: integer().notNull().default(1),
    readRev: integer("read_rev").notNull().default(0),
    attempts: integer().notNull().default(0),
    leaseUntil: at("lease_until"),
    /** More was found than is kept. */
    isCut: boolean("is_cut").notNull().default(false),
    /** Rows of tables of questions and answers: they are entries, not facts. */
    qaRows: integer("qa_rows").notNull().default(0),
  },
  (table) => [index("graph_reading_open").on(table.documentId).where(sql`rev > read_rev`)],
);
