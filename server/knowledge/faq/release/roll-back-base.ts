import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { recordAudit } from "../../../auth/audit.ts";
import type { Actor } from "../../actor.ts";
import { type BaseKey, lockBase } from "../../bases/get-base.ts";
import { recordRevisions } from "../record-revisions.ts";
import { goLive, syncStates } from "./go-live.ts";

type RollingBack = BaseKey & { readonly actor: Actor; readonly number: number; readonly note: string };

/** Serves an earlier release again, at once and as it was. Entries stay as they are; rolling back to what is live changes nothing. */
export async function rollBackBase(
  tx: TransactionSql,
  { workspaceId, baseId, actor, number, note }: RollingBack,
): Promise<{ readonly releaseId: string; readonly number: number }> {
  const base = await lockBase(tx, { workspaceId, baseId });
  const [release] = await tx<{ id: string; number: number }[]>`
    select id, number from faq_release where base_id = ${baseId} and workspace_id = ${workspaceId} and number = ${number}`;
  if (!release) throw new AppError("not_found");
  if (release.id !== base.liveReleaseId) {
    const going = { workspaceId, baseId, actor, note, release, from: base.liveReleaseId };
    await goLive(tx, { ...going, kind: "rolled-back" });
    const published = await syncStates(tx, baseId);
    await recordRevisions(tx, { entryIds: published, kind: "published", note: `#${number}`, actor });
    await recordAudit(tx, {
      ...{ workspaceId, actor, action: "base-rolled-back", target: base.name },
      facts: { number },
    });
  }
  return { releaseId: release.id, number };
}
