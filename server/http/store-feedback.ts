import type { Sql } from "../db/connect.ts";
import type { ConversationRef } from "../runtime/contract.ts";
import type { RatingBody } from "./schemas/requests.ts";

/** Remembers the last message that the customer saw; never goes back and never past the end. */
export async function markRead(sql: Sql, { conversationId }: ConversationRef, seq: number): Promise<void> {
  await sql`update conversation set read_seq = least(${seq}, seq)
    where id = ${conversationId} and read_seq < least(${seq}, seq)`;
}

/** Stores what the customer thinks, in place of what it thought before; false when the message is none of this conversation's. */
export async function storeRating(sql: Sql, ref: ConversationRef, rating: RatingBody): Promise<boolean> {
  const { conversationId, workspaceId, botId } = ref;
  const messageId = rating.messageId ?? null;
  const rows = await sql`
    insert into rating (workspace_id, bot_id, conversation_id, message_id, value, reason)
    select ${workspaceId}, ${botId}, ${conversationId}, ${messageId}::uuid, ${String(rating.value)}, ${rating.reason ?? null}
    where ${messageId}::uuid is null
      or exists (select from message where conversation_id = ${conversationId} and id = ${messageId}::uuid and role <> 'customer')
    on conflict (conversation_id, message_id) do update
      set value = excluded.value, reason = coalesce(excluded.reason, rating.reason), at = now()
    returning id`;
  return rows.length > 0;
}

/** Numbers of the last messages of these conversations. */
export async function listSeqs(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ id: string; seq: number }[]>`
    select id, seq from conversation where id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}
