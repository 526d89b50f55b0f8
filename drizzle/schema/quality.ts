import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import { at } from "./columns.ts";
import { knowledgeBase } from "./knowledge.ts";
import { workspace } from "./workspace.ts";

const ofWorkspace = () =>
  uuid("workspace_id")
    .notNull()
    .references(() => workspace.id, { onDelete: "cascade" });
const ofBase = () =>
  uuid("base_id")
    .notNull()
    .references(() => knowledgeBase.id, { onDelete: "cascade" });

/** One random draw from real conversations. With its seed and its bounds the same questions are drawn again. */
export const labelSample = pgTable(
  "label_sample",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: ofWorkspace(),
    name: text().notNull(),
    seed: bigint({ mode: "number" }).notNull(),
    /** Null: of every bot. */
    botId: uuid("bot_id"),
    fromAt: at("from_at").notNull(),
    toAt: at("to_at").notNull(),
    /** Questions that could have been drawn, by stratum. */
    population: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    /** People who label each item: two, or one where nobody else may. */
    annotators: smallint().notNull(),
    authorName: text("author_name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [index("label_sample_workspace").on(table.workspaceId, table.id)],
);

/** What gave the customer's answer. */
export type AnsweredBy = "faq" | "passage" | "fact" | "model" | "clarify" | "fallback" | "flow" | "none";

/** What the bot had found, best first; `baseId` is null for an entry that stands in a bot. */
export type FoundEntry = {
  readonly entryId: string;
  readonly type: "entry" | "passage" | "fact";
  readonly baseId: string | null;
  readonly documentId: string | null;
  readonly question: string;
  readonly score: number;
};

/** `2` answers the question, `1` helps. */
export type Relevance = { readonly entryId: string; readonly question: string; readonly grade: 1 | 2 };

export type LabelScope = "yes" | "no" | "unsure";
export type LabelVerdict = "right" | "partly" | "wrong" | "none" | "unsure";

/** A question with the answer that was given, masked when it was drawn. */
export const labelItem = pgTable(
  "label_item",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    sampleId: uuid("sample_id")
      .notNull()
      .references(() => labelSample.id, { onDelete: "cascade" }),
    workspaceId: uuid("workspace_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    turn: integer().notNull(),
    botId: uuid("bot_id").notNull(),
    stratum: text().notNull(),
    /** Random, so that whoever labels only the first half has labelled a sample too. */
    position: integer().notNull(),
    /** The bot's last words before the question. */
    before: text().notNull().default(""),
    question: text().notNull(),
    answer: text().notNull(),
    answeredBy: text("answered_by").$type<AnsweredBy>().notNull(),
    found: jsonb().$type<readonly FoundEntry[]>().notNull(),
    askedAt: at("asked_at").notNull(),
    /** `disputed`: two people disagree and nobody has decided yet. */
    state: text().$type<"open" | "disputed" | "settled">().notNull().default("open"),
    settledBy: text("settled_by").$type<"one" | "agreement" | "adjudication">(),
    settledAt: at("settled_at"),
    scope: text().$type<LabelScope>(),
    verdict: text().$type<LabelVerdict>(),
    /** Null: cannot be said, or not asked since the question is out of scope. Empty: no entry answers it. */
    relevant: jsonb().$type<readonly Relevance[]>(),
    leaseUserId: uuid("lease_user_id"),
    leaseUntil: at("lease_until"),
  },
  (table) => [
    uniqueIndex("label_item_turn").on(table.conversationId, table.turn),
    index("label_item_sample").on(table.sampleId, table.position),
    index("label_item_workspace").on(table.workspaceId, table.state),
  ],
);

/** What one person said of one item; `adjudication` decides where two disagree. */
export const label = pgTable(
  "label",
  {
    itemId: uuid("item_id")
      .notNull()
      .references(() => labelItem.id, { onDelete: "cascade" }),
    kind: text().$type<"label" | "adjudication">().notNull(),
    userId: uuid("user_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    userName: text("user_name").notNull(),
    scope: text().$type<LabelScope>().notNull(),
    verdict: text().$type<LabelVerdict>().notNull(),
    relevant: jsonb().$type<readonly Relevance[]>(),
    note: text().notNull().default(""),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.kind, table.userId] }),
    index("label_user").on(table.workspaceId, table.userId),
  ],
);

/** Who put an item off; it comes again after all others. */
export const labelSkip = pgTable(
  "label_skip",
  {
    itemId: uuid("item_id")
      .notNull()
      .references(() => labelItem.id, { onDelete: "cascade" }),
    userId: uuid("user_id").notNull(),
    workspaceId: uuid("workspace_id").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.userId] })],
);

/** How the workspace calls a thing, and what it must not be called. */
export const glossaryTerm = pgTable(
  "glossary_term",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: ofWorkspace(),
    locale: text().$type<Locale>().notNull(),
    preferred: text().notNull(),
    forbidden: text().array().notNull(),
    note: text().notNull().default(""),
    authorName: text("author_name").notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("glossary_term_preferred").on(
      table.workspaceId,
      table.locale,
      sql`lower(${table.preferred})`,
    ),
  ],
);

export type TaskKind =
  | "review_due"
  | "case_review"
  | "contradiction"
  | "expiring"
  | "expired"
  | "glossary"
  | "passage_outdated";
export type TaskSubject = "entry" | "case" | "document" | "passage";

/** Something that a keeper should do. Made and closed by a job; `cause` names the very reason, so that one dismissed stays so. */
export const knowledgeTask = pgTable(
  "knowledge_task",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    workspaceId: uuid("workspace_id").notNull(),
    baseId: ofBase(),
    kind: text().$type<TaskKind>().notNull(),
    subjectType: text("subject_type").$type<TaskSubject>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    cause: text().notNull(),
    title: text().notNull(),
    facts: jsonb().$type<JsonObject>().notNull(),
    ownerId: uuid("owner_id"),
    dueAt: at("due_at").notNull(),
    snoozedUntil: at("snoozed_until"),
    state: text().$type<"open" | "done" | "dismissed">().notNull().default("open"),
    /** Null: the cause went away by itself. */
    closedByName: text("closed_by_name"),
    closedAt: at("closed_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("knowledge_task_cause").on(table.subjectId, table.kind, table.cause),
    index("knowledge_task_open").on(table.workspaceId, table.dueAt).where(sql`state = 'open'`),
  ],
);

/** What a check found in one entry as it was at `rev`; an entry without a row was not looked at yet. */
export const entryCheck = pgTable(
  "entry_check",
  {
    entryId: uuid("entry_id").primaryKey(),
    baseId: ofBase(),
    workspaceId: uuid("workspace_id").notNull(),
    rev: integer().notNull(),
    passes: smallint().notNull(),
    /** See `server/knowledge/quality/consistency`. */
    findings: jsonb().notNull(),
  },
  (table) => [index("entry_check_base").on(table.baseId, table.passes)],
);

/** When a base was checked last, and what it was then: it is checked again only once that differs. */
export const baseCheck = pgTable("base_check", {
  baseId: ofBase().primaryKey(),
  workspaceId: uuid("workspace_id").notNull(),
  print: text().notNull(),
  at: at("at").notNull().defaultNow(),
});
