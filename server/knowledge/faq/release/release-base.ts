import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { recordAudit } from "../../../auth/audit.ts";
import { sayWhyLost } from "../../../live/learn-in-thread.ts";
import type { Actor } from "../../actor.ts";
import { type Base, type BaseKey, getBase, lockBase } from "../../bases/get-base.ts";
import type { InWorkspace } from "../ask-base.ts";
import { recordRevisions } from "../record-revisions.ts";
import { type CompiledRelease, compileRelease } from "./compile-release.ts";
import { goLive, syncStates } from "./go-live.ts";
import { insertRelease } from "./insert-release.ts";
import { type NamedTests, nameFailures, readTests } from "./read-tests.ts";
import { beginAttempt, endAttempt, keepAttempt, leaveAttempt } from "./release-attempt.ts";
import { readNextContent } from "./release-content.ts";
import { type ReleaseNews, startTelling } from "./release-progress.ts";

type Releasing = BaseKey & {
  readonly actor: Actor;
  readonly note: string;
  /** Somebody has seen which tests fail, and releases all the same. */
  readonly acceptFailing: boolean;
  announce?(news: ReleaseNews): void;
};

export type Released =
  | {
      readonly type: "released";
      readonly releaseId: string;
      readonly number: number;
      readonly entries: number;
      readonly tests: { readonly total: number; readonly passed: number } | null;
    }
  /** Nothing was released: accepted questions would be answered otherwise. */
  | ({ readonly type: "tests-failed" } & NamedTests);

/**
 * Makes a release of what is approved and serves it. Seconds pass while it is learned, with no transaction open; the row, the
 * live pointer and the states of its entries are then written in one. Two at once: the second is refused, not mixed in.
 */
export async function releaseBase(inWorkspace: InWorkspace, releasing: Releasing): Promise<Released> {
  const { workspaceId, baseId, actor } = releasing;
  const announce = (news: ReleaseNews): void => releasing.announce?.(news);
  // Whoever may not release it must not be told of to those who look at it.
  await inWorkspace((tx) => getBase(tx, { workspaceId, baseId }));
  const telling = startTelling({ baseId, byName: actor.name, announce });
  if (telling === null) throw new AppError("conflict", { reason: "release_running" });
  try {
    return await attempt(inWorkspace, { releasing, onProgress: telling.set });
  } finally {
    telling.end();
  }
}

type Attempting = { readonly releasing: Releasing; onProgress(share: number): void };

async function attempt(inWorkspace: InWorkspace, { releasing, onProgress }: Attempting): Promise<Released> {
  const { workspaceId, baseId } = releasing;
  const { base, order, attemptId } = await inWorkspace(async (tx) => ({
    base: await getBase(tx, { workspaceId, baseId }),
    order: {
      contentText: await readNextContent(tx, { workspaceId, baseId }),
      tests: await readTests(tx, { workspaceId, baseId }),
    },
    attemptId: await beginAttempt(tx, releasing),
  }));
  const lease = keepAttempt(inWorkspace, attemptId);
  try {
    const compiled = await sayWhyLost("release", compileRelease(order, { rank: "publishing", onProgress }));
    return await inWorkspace(async (tx) => {
      await endAttempt(tx, attemptId);
      return writeRelease(tx, { releasing, compiled, seen: base });
    });
  } catch (error) {
    // What was cut off stays to be seen: whoever began it may be gone. Where the database is away, it will read as interrupted too.
    const close = isCutOff(error) ? leaveAttempt : endAttempt;
    await inWorkspace((tx) => close(tx, attemptId)).catch(() => {});
    throw error;
  } finally {
    lease.stop();
  }
}

const isCutOff = (error: unknown): boolean =>
  error instanceof AppError && error.facts.reason === "release_stopped";

type Writing = { readonly releasing: Releasing; readonly compiled: CompiledRelease; readonly seen: Base };

async function writeRelease(tx: TransactionSql, { releasing, compiled, seen }: Writing): Promise<Released> {
  const { workspaceId, baseId, actor, note } = releasing;
  const base = await lockBase(tx, { workspaceId, baseId });
  if (base.liveReleaseId !== seen.liveReleaseId) throw new AppError("conflict", { reason: "release_moved" });
  const [live] = await tx<{ contentHash: string }[]>`
    select content_hash as "contentHash" from faq_release where id = ${base.liveReleaseId}`;
  if (compiled.entriesCount === 0 && !live) throw new AppError("conflict", { reason: "nothing_approved" });
  if (live?.contentHash === compiled.contentHash)
    throw new AppError("conflict", { reason: "nothing_to_release" });
  const { tests } = compiled;
  if (tests !== null && tests.failures.length > 0 && !releasing.acceptFailing)
    return { type: "tests-failed", ...(await nameFailures(tx, tests)) };
  const row = await insertRelease(tx, {
    workspaceId,
    baseId,
    compiled,
    cause: "entries",
    note,
    author: actor,
  });
  await goLive(tx, { ...releasing, from: base.liveReleaseId, release: row, kind: "released" });
  const published = await syncStates(tx, baseId);
  await recordRevisions(tx, { entryIds: published, kind: "published", note: `#${row.number}`, actor });
  await recordAudit(tx, {
    ...{ workspaceId, actor, action: "base-released", target: base.name },
    facts: {
      ...{ number: row.number, entries: compiled.entriesCount },
      // Who let it out although tests failed can be told later.
      ...(tests === null ? {} : { tests: tests.total, testsPassed: tests.passed }),
    },
  });
  return {
    ...{ type: "released", releaseId: row.id, number: row.number, entries: compiled.entriesCount },
    tests: tests === null ? null : { total: tests.total, passed: tests.passed },
  };
}
