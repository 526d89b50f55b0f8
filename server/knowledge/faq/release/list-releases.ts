import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../../bases/get-base.ts";
import { wordsOf } from "./release-content.ts";

const PAGE = 30;

/** Whether customers are answered with the synonyms of now; those that wait do so until somebody releases. */
export type WordsState = "live" | "learning" | "waiting";

type Release = {
  readonly id: string;
  readonly number: number;
  readonly note: string;
  readonly cause: "entries" | "words";
  readonly authorName: string;
  readonly entries: number;
  /** Questions of accepted ones that it was asked; null when there were none. */
  readonly tests: number | null;
  readonly testsPassed: number | null;
  readonly createdAt: Date;
  readonly isLive: boolean;
};

/** What was released, newest first, with the times at which each went live. */
export async function listReleases(
  tx: TransactionSql,
  { workspaceId, baseId, before }: BaseKey & { readonly before: number | null },
) {
  const base = await getBase(tx, { workspaceId, baseId });
  const rows = await tx<Release[]>`
    select id, number, note, cause, author_name as "authorName", entries_count as entries, tests_count as tests, tests_passed as "testsPassed", created_at as "createdAt",
      id is not distinct from ${base.liveReleaseId}::uuid as "isLive"
    from faq_release where base_id = ${baseId} and number < ${before ?? 2_147_483_647}
    order by number desc limit ${PAGE + 1}`;
  const releases = rows.slice(0, PAGE);
  const events = await tx<
    { number: number; kind: "released" | "rolled-back"; note: string; authorName: string; at: Date }[]
  >`
    select number, kind, note, author_name as "authorName", at from faq_release_event
    where base_id = ${baseId} order by id desc limit ${PAGE}`;
  const [live] = await tx<{ words: WordsState }[]>`
    select case when b.words_changed_at is not null then 'learning'
      when r.content->'synonyms' is distinct from (${wordsOf(tx, { workspaceId, baseId })})::jsonb then 'waiting'
      else 'live' end as words
    from knowledge_base b join faq_release r on r.id = b.live_release_id where b.id = ${baseId}`;
  return {
    releases,
    words: live?.words ?? "live",
    events: [...events],
    next: rows.length > PAGE ? (releases.at(-1)?.number ?? null) : null,
  };
}
