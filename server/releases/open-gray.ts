import type { TransactionSql } from "postgres";
import type { GrayAudience, GrayGuard } from "../../drizzle/schema/release.ts";
import { AppError } from "../app-error.ts";
import type { Breach } from "./measure-gray.ts";

export type OpenGray = {
  readonly id: string;
  readonly botId: string;
  readonly versionId: string;
  readonly number: number;
  readonly audience: GrayAudience;
  readonly guard: GrayGuard;
  readonly state: "running" | "halted";
  readonly haltReason: Breach | null;
  readonly authorName: string;
  readonly startedAt: Date;
  readonly liveVersionId: string | null;
  readonly botName: string;
};

type Key = { readonly workspaceId: string; readonly botId: string };

/** The bot's gray release, running or halted; null when there is none. */
export async function findOpenGray(
  tx: TransactionSql,
  { workspaceId, botId }: Key,
): Promise<OpenGray | null> {
  const [row] = await tx<OpenGray[]>`
    select g.id, g.bot_id as "botId", g.version_id as "versionId", v.number, g.audience, g.guard, g.state,
      g.halt_reason as "haltReason", g.author_name as "authorName", g.started_at as "startedAt",
      b.live_version_id as "liveVersionId", b.name as "botName"
    from gray_release g join flow_version v on v.id = g.version_id join bot b on b.id = g.bot_id
    where g.bot_id = ${botId} and b.workspace_id = ${workspaceId} and b.deleted_at is null
      and g.state in ('running', 'halted')`;
  return row ?? null;
}

/** The same, with the bot locked against other releases; `not_found` when there is none. */
export async function lockOpenGray(tx: TransactionSql, key: Key): Promise<OpenGray> {
  await tx`select from bot where id = ${key.botId} and workspace_id = ${key.workspaceId} for no key update`;
  const gray = await findOpenGray(tx, key);
  if (!gray) throw new AppError("not_found");
  return gray;
}
