import { LRUCache } from "lru-cache";
import type { TransactionSql } from "postgres";
import { type Draft, type DraftKey, getDraft } from "../drafts/get-draft.ts";

/** Drafts kept parsed; one may be megabytes. */
const DRAFTS_MAX = 20;

const cache = new LRUCache<string, Draft>({ max: DRAFTS_MAX });

/** The saved draft, read again only when it was changed; `not_found` for unknown, deleted and foreign bots. */
export async function readDraft(tx: TransactionSql, { workspaceId, botId }: DraftKey): Promise<Draft> {
  const key = `${workspaceId}/${botId}`;
  const known = cache.get(key);
  if (known !== undefined) {
    const [row] = await tx<{ rev: number }[]>`
      select d.rev from flow_draft d join bot b on b.id = d.bot_id
      where d.bot_id = ${botId} and d.workspace_id = ${workspaceId} and b.deleted_at is null`;
    if (row?.rev === known.rev) return known;
  }
  const draft = await getDraft(tx, { workspaceId, botId });
  cache.set(key, draft);
  return draft;
}
