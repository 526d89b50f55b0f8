import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import type { BaseKey } from "../../bases/get-base.ts";
import type { InWorkspace } from "../ask-base.ts";

/**
 * What is known of a release before it has come to anything. A process that dies takes its own knowledge with it; the row stays,
 * nobody puts it off any more, and people are told that the release was interrupted instead of waiting for it.
 */

const ALIVE_SECONDS = 10;
const BEAT_MS = 2_000;

export type ReleaseAttempt = {
  readonly byName: string;
  readonly note: string;
  readonly begunAt: Date;
  /** Some process is at it, or was some seconds ago. */
  readonly isAlive: boolean;
};

type Beginning = BaseKey & { readonly actor: Actor; readonly note: string };

/** Takes the place of one that was interrupted; one that some process is at keeps it, and this one is refused. */
export async function beginAttempt(
  tx: TransactionSql,
  { workspaceId, baseId, actor, note }: Beginning,
): Promise<string> {
  const [row] = await tx<{ attemptId: string }[]>`
    insert into faq_release_attempt (base_id, workspace_id, note, author_name, alive_until)
    values (${baseId}, ${workspaceId}, ${note}, ${actor.name}, now() + make_interval(secs => ${ALIVE_SECONDS}))
    on conflict (base_id) do update set attempt_id = uuidv7(), note = excluded.note, author_name = excluded.author_name,
      begun_at = now(), alive_until = excluded.alive_until
      where faq_release_attempt.alive_until <= now()
    returning attempt_id as "attemptId"`;
  if (!row) throw new AppError("conflict", { reason: "release_running" });
  return row.attemptId;
}

/** Puts an attempt off until it is stopped. */
export function keepAttempt(inWorkspace: InWorkspace, attemptId: string): { stop(): void } {
  let isUnderWay = false;
  const beat = async (): Promise<void> => {
    // While the release is written its row is locked: beats that pile up there would take every connection.
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await inWorkspace(
        (tx) => tx`
          update faq_release_attempt set alive_until = now() + make_interval(secs => ${ALIVE_SECONDS})
          where attempt_id = ${attemptId}`,
      );
    } catch {
      // A database that is away for a moment makes it look interrupted until the next beat; the release itself waits for nothing here.
    } finally {
      isUnderWay = false;
    }
  };
  const timer = setInterval(() => void beat(), BEAT_MS);
  return { stop: () => clearInterval(timer) };
}

/** Nobody is at it any more: the next may take its place at once. With a new id, a beat still under way does not revive it. */
export async function leaveAttempt(tx: TransactionSql, attemptId: string): Promise<void> {
  await tx`update faq_release_attempt set attempt_id = uuidv7(), alive_until = now() where attempt_id = ${attemptId}`;
}

/** It has come to an end, whatever that was. A later one stays. */
export async function endAttempt(tx: TransactionSql, attemptId: string): Promise<void> {
  await tx`delete from faq_release_attempt where attempt_id = ${attemptId}`;
}

export async function findAttempt(tx: TransactionSql, baseId: string): Promise<ReleaseAttempt | null> {
  const [row] = await tx<ReleaseAttempt[]>`
    select author_name as "byName", note, begun_at as "begunAt", alive_until > now() as "isAlive"
    from faq_release_attempt where base_id = ${baseId}`;
  return row ?? null;
}
