import type { TransactionSql } from "postgres";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { parseBundle } from "../../flows/kernel/migrate.ts";
import { ENGINE_ABI } from "../../flows/kernel/session.ts";
import { AppError } from "../app-error.ts";

export type StoredVersion = {
  readonly id: string;
  readonly botId: string;
  readonly botName: string;
  readonly number: number;
  readonly note: string;
  readonly engineAbi: number;
  readonly createdAt: Date;
  readonly liveVersionId: string | null;
};

type Key = { readonly workspaceId: string; readonly versionId: string };

/** A version of a bot of the workspace, the bot locked against other releases; `not_found` for unknown and foreign alike. */
export async function lockVersion(
  tx: TransactionSql,
  { workspaceId, versionId }: Key,
): Promise<StoredVersion> {
  await tx`select from bot where id = (select bot_id from flow_version where id = ${versionId} and workspace_id = ${workspaceId})
    and workspace_id = ${workspaceId} for no key update`;
  return getVersion(tx, { workspaceId, versionId });
}

export async function getVersion(
  tx: TransactionSql,
  { workspaceId, versionId }: Key,
): Promise<StoredVersion> {
  const [row] = await tx<StoredVersion[]>`
    select v.id, v.bot_id as "botId", b.name as "botName", v.number, v.note, v.engine_abi as "engineAbi",
      v.created_at as "createdAt", b.live_version_id as "liveVersionId"
    from flow_version v join bot b on b.id = v.bot_id
    where v.id = ${versionId} and v.workspace_id = ${workspaceId} and b.deleted_at is null`;
  if (!row) throw new AppError("not_found");
  return row;
}

/** The version's document, upgraded to today's shape: to look at, to compare, to restore. What runs is the stored one. */
export async function getVersionBundle(tx: TransactionSql, versionId: string): Promise<Bundle> {
  const [row] = await tx<{ bundle: unknown }[]>`select bundle from flow_version where id = ${versionId}`;
  const parsed = parseBundle(row?.bundle);
  if (!parsed.ok) throw new Error(`a stored version cannot be read: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.value;
}

/** Versions of an engine that is too old cannot serve any more; the last two engines run. */
export function assertServable({ engineAbi }: Pick<StoredVersion, "engineAbi">): void {
  if (engineAbi < ENGINE_ABI - 1) throw new AppError("conflict", { reason: "version_too_old" });
}
