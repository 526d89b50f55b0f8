import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../../bases/get-base.ts";
import { findAttempt } from "./release-attempt.ts";
import { releaseBoard } from "./release-progress.ts";

export type ReleaseState =
  /** `share` is null while another process makes it. */
  | { readonly type: "running"; readonly byName: string; readonly share: number | null }
  /** Whoever made it died; nothing was released, and nobody goes on with it. */
  | {
      readonly type: "interrupted";
      readonly byName: string;
      readonly note: string;
      readonly begunAt: Date;
    };

/** The release of a base that is under way, or was begun and never came to an end; null when there is none. */
export async function findReleaseState(tx: TransactionSql, key: BaseKey): Promise<ReleaseState | null> {
  await getBase(tx, key);
  const own = releaseBoard.find(key.baseId);
  if (own !== null) return { type: "running", ...own };
  const attempt = await findAttempt(tx, key.baseId);
  if (attempt === null) return null;
  const { byName, note, begunAt, isAlive } = attempt;
  return isAlive ? { type: "running", byName, share: null } : { type: "interrupted", byName, note, begunAt };
}
