import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { JsonObject } from "../../flows/kernel/json.ts";
import { at, ofBot } from "./columns.ts";
import { faqEntry } from "./faq.ts";
import { knowledgeBase } from "./knowledge.ts";
import { workspace } from "./workspace.ts";

const ofWorkspace = () =>
  uuid("workspace_id")
    .notNull()
    .references(() => workspace.id, { onDelete: "cascade" });

/** Why a question was put down. Values are stored: never renamed. */
export const LEARNING_SIGNALS = [
  "unanswered",
  "low_confidence",
  "thumbs_down",
  "re_asked",
  "handed_over",
] as const;

export type LearningSignal = (typeof LEARNING_SIGNALS)[number];

/** An entry whose phrasings are like a cluster's questions; 1 is the same but for spelling. */
export type NearEntry = { readonly entryId: string; readonly baseId: string; readonly nearness: number };

/** Questions that ask the same. It keeps its id, and what people decided about it, whenever questions are grouped again. */
export const learningCluster = pgTable(
  "learning_cluster",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: ofWorkspace(),
    /** The question that is most like all the others. */
    title: text().notNull(),
    state: text().$type<"open" | "accepted" | "ignored">().notNull().default("open"),
    /** It is shown as part of that one; its own questions stay its own, so that a merge can be undone. */
    mergedInto: uuid("merged_into"),
    /** What put it into its state; an undo finds it here. */
    decisionId: uuid("decision_id"),
    decidedAt: at("decided_at"),
    /** Which entry answers it, once it was accepted. */
    baseId: uuid("base_id").references(() => knowledgeBase.id, { onDelete: "set null" }),
    entryId: uuid("entry_id").references(() => faqEntry.id, { onDelete: "set null" }),
    /** Asked again in volume after it was decided: it is open a second time. */
    reopenedAt: at("reopened_at"),
    near: jsonb().$type<readonly NearEntry[]>().notNull().default([]),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("learning_cluster_workspace").on(table.workspaceId, table.state),
    index("learning_cluster_merged").on(table.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** One question of one turn that went badly, masked when it was put down. No foreign key to the talk: turns must not check it. */
export const learningQuestion = pgTable(
  "learning_question",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: ofWorkspace(),
    botId: ofBot(),
    conversationId: uuid("conversation_id").notNull(),
    turn: integer().notNull(),
    /** Who asked, to tell one person who asks ten times from ten people. */
    contactId: uuid("contact_id").notNull(),
    text: text().notNull(),
    /** The text normalised: equal keys are one question. */
    key: text().notNull(),
    signals: text().array().$type<readonly LearningSignal[]>().notNull(),
    askedAt: at("asked_at").notNull(),
    /** Null until it was grouped. */
    clusterId: uuid("cluster_id").references(() => learningCluster.id, { onDelete: "set null" }),
  },
  (table) => [
    unique("learning_question_turn").on(table.conversationId, table.turn),
    index("learning_question_cluster").on(table.clusterId, table.askedAt),
    index("learning_question_asked").on(table.workspaceId, table.askedAt),
    index("learning_question_new").on(table.workspaceId, table.id).where(sql`cluster_id is null`),
  ],
);

/** What people decided. Rows are only added and, once, marked as undone. */
export const learningDecision = pgTable(
  "learning_decision",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: ofWorkspace(),
    kind: text().$type<"new_entry" | "add_similar" | "ignore" | "merge" | "split">().notNull(),
    /** The clusters as they are named in the history, the one that stays first. */
    clusterIds: uuid("cluster_ids").array().notNull(),
    title: text().notNull(),
    baseId: uuid("base_id"),
    entryId: uuid("entry_id"),
    /** What an undo needs (see `server/knowledge/learning/decide`). */
    facts: jsonb().$type<JsonObject>().notNull().default({}),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    at: at("at").notNull().defaultNow(),
    undoneAt: at("undone_at"),
    undoneBy: text("undone_by"),
  },
  (table) => [index("learning_decision_workspace").on(table.workspaceId, table.id)],
);

/** One look through the talks. The row is the truth, a job only wakes whoever performs it; a workspace has one open at most. */
export const learningRun = pgTable(
  "learning_run",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: ofWorkspace(),
    reason: text().$type<"nightly" | "asked">().notNull(),
    state: text().$type<"queued" | "running" | "done" | "failed">().notNull().default("queued"),
    /** Percent. */
    progress: integer().notNull().default(0),
    /** Up to when talks were read; the next run goes on from here. */
    readTo: at("read_to"),
    /** How many questions were put down, and how many clusters are new. */
    found: integer().notNull().default(0),
    clusters: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    leaseUntil: at("lease_until"),
    createdAt: at("created_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (table) => [
    uniqueIndex("learning_run_open").on(table.workspaceId).where(sql`state in ('queued', 'running')`),
    index("learning_run_workspace").on(table.workspaceId, table.id),
  ],
);

/** A question that a release must answer with this entry. */
export const faqTest = pgTable(
  "faq_test",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    baseId: uuid("base_id")
      .notNull()
      .references(() => knowledgeBase.id, { onDelete: "cascade" }),
    workspaceId: ofWorkspace(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => faqEntry.id, { onDelete: "cascade" }),
    question: text().notNull(),
    /** The decision of the learning centre that it came from; null for one written by hand. */
    decisionId: uuid("decision_id"),
    authorName: text("author_name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    unique("faq_test_question").on(table.baseId, table.question),
    index("faq_test_entry").on(table.entryId),
  ],
);
