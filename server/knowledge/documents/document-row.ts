import type { TransactionSql } from "postgres";
import type { JsonObject } from "#flows/kernel/json.ts";

export const DOCUMENT_STATES = ["queued", "parsing", "ready", "failed", "cancelled"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DATA_CLASSES = ["general", "important", "core"] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** A document as lists show it. */
export type ListedDocument = {
  readonly id: string;
  readonly baseId: string;
  readonly name: string;
  readonly source: "upload" | "url";
  readonly url: string | null;
  readonly mediaType: string | null;
  readonly size: number;
  readonly state: DocumentState;
  readonly progress: number;
  readonly errorCode: string | null;
  readonly errorFacts: JsonObject | null;
  readonly isServed: boolean;
  readonly passages: number;
  /** Rows of its tables of questions and answers: they serve better as entries. */
  readonly qaRows: number;
  readonly chars: number;
  readonly language: string | null;
  /** Somebody has said so; else it is what the last reading found. */
  readonly isLanguageChosen: boolean;
  readonly tags: readonly string[];
  readonly dataClass: DataClass;
  /** Days as `2026-11-27`. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly resyncHours: number | null;
  readonly nextSyncAt: Date | null;
  readonly lastSyncAt: Date | null;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
};

/** What `ListedDocument` is selected from a table called `d`. */
export const documentColumns = (tx: TransactionSql) => tx`
  d.id, d.base_id as "baseId", d.name, d.source, d.url, d.media_type as "mediaType", d.size, d.state, d.progress,
  d.error_code as "errorCode", d.error_facts as "errorFacts", d.is_served as "isServed", d.passages, d.chars::float8 as chars, d.language,
  coalesce((select case when d.is_served then r.qa_rows end from graph_reading r where r.document_id = d.id), 0) as "qaRows",
  d.language_by_person as "isLanguageChosen", d.tags,
  d.data_class as "dataClass", d.valid_from::text as "validFrom", d.valid_until::text as "validUntil",
  d.resync_hours as "resyncHours", d.next_sync_at as "nextSyncAt", d.last_sync_at as "lastSyncAt",
  d.author_name as "authorName", d.created_at as "createdAt", d.updated_at as "updatedAt", d.deleted_at as "deletedAt"`;
