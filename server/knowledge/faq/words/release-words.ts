import type { Sql, TransactionSql } from "postgres";
import { recordAudit } from "../../../auth/audit.ts";
import { withWorkspace } from "../../../auth/with-workspace.ts";
import { lockBase } from "../../bases/get-base.ts";
import { type CompiledRelease, compileRelease } from "../release/compile-release.ts";
import { goLive } from "../release/go-live.ts";
import { insertRelease } from "../release/insert-release.ts";
import { readTests } from "../release/read-tests.ts";
import { wordsOf } from "../release/release-content.ts";

/**
 * Brings changed synonyms and terms to customers without anybody releasing anything: the entries that are live, as they are, learned
 * with the words of now, become the next release. What is approved but not released stays where it is.
 *
 * W1. A change that comes while it is learned is not lost: the mark stays, and the next round takes it.
 * W2. A release or rollback that comes while it is learned wins; the next round learns from that.
 * W3. Words with which an accepted question would be answered otherwise wait for a person, who sees which when they release.
 * W4. Going back to an earlier release brings its words back too, until somebody changes the words again.
 */

type Waiting = {
  readonly workspaceId: string;
  readonly changedAt: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly liveReleaseId: string;
  /** A `ReleaseContent` as JSON text; null when the live release knows the words already. */
  readonly contentText: string | null;
};

/** Returns whether customers of the base are now answered by another release. */
export async function releaseWords(sql: Sql, baseId: string): Promise<boolean> {
  const waiting = await readWaiting(sql, baseId);
  if (waiting === null) return false;
  const inWorkspace = <T>(work: (tx: TransactionSql) => Promise<T>) =>
    withWorkspace(sql, waiting.workspaceId, work);
  if (waiting.contentText === null) {
    await inWorkspace((tx) => clearMark(tx, baseId, waiting));
    return false;
  }
  const tests = await inWorkspace((tx) => readTests(tx, { workspaceId: waiting.workspaceId, baseId }));
  const compiled = await compileRelease({ contentText: waiting.contentText, tests }, { rank: "publishing" });
  if (compiled.tests !== null && compiled.tests.failures.length > 0) {
    await inWorkspace((tx) => clearMark(tx, baseId, waiting));
    return false;
  }
  return inWorkspace((tx) => write(tx, { baseId, waiting, compiled }));
}

async function readWaiting(sql: Sql, baseId: string): Promise<Waiting | null> {
  const [base] = await sql<{ workspaceId: string }[]>`
    select workspace_id as "workspaceId" from knowledge_base
    where id = ${baseId} and deleted_at is null and words_changed_at is not null and live_release_id is not null`;
  if (!base) return null;
  const { workspaceId } = base;
  return withWorkspace(sql, workspaceId, async (tx) => {
    const [row] = await tx<Waiting[]>`
      select b.workspace_id as "workspaceId", b.words_changed_at::text as "changedAt", b.words_changed_by_id as "authorId",
        b.words_changed_by_name as "authorName", b.live_release_id as "liveReleaseId",
        case when r.content->'synonyms' is distinct from words.now::jsonb
          then json_build_object('entries', r.content->'entries', 'synonyms', words.now)::text end as "contentText"
      from knowledge_base b join faq_release r on r.id = b.live_release_id,
        lateral (select (${wordsOf(tx, { workspaceId, baseId })}) as now) words
      where b.id = ${baseId} and b.words_changed_at is not null`;
    return row ?? null;
  });
}

type Writing = { readonly baseId: string; readonly waiting: Waiting; readonly compiled: CompiledRelease };

async function write(tx: TransactionSql, { baseId, waiting, compiled }: Writing): Promise<boolean> {
  const { workspaceId, authorId, authorName, liveReleaseId } = waiting;
  const base = await lockBase(tx, { workspaceId, baseId });
  if (base.liveReleaseId !== liveReleaseId) return false;
  const author = { id: authorId, name: authorName ?? "" };
  const release = await insertRelease(tx, {
    workspaceId,
    baseId,
    compiled,
    cause: "words",
    note: "",
    author,
  });
  await goLive(tx, {
    ...{ workspaceId, baseId, note: "", release },
    from: liveReleaseId,
    kind: "released",
    actor: author,
  });
  await clearMark(tx, baseId, waiting);
  await recordAudit(tx, {
    ...{ workspaceId, actor: author, action: "base-released", target: base.name },
    facts: { number: release.number, entries: compiled.entriesCount, cause: "words" },
  });
  return true;
}

/** A mark that is younger than what was read stays. The moment goes as text: as a date it would lose its microseconds. */
async function clearMark(tx: TransactionSql, baseId: string, { changedAt }: Waiting): Promise<void> {
  await tx`update knowledge_base set words_changed_at = null where id = ${baseId} and words_changed_at = ${changedAt}::text::timestamptz`;
}
