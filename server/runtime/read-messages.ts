import type { Sql } from "postgres";
import type { PublicMessage } from "./contract.ts";

type Row = Omit<PublicMessage, "at"> & { readonly at: Date };

const columns = (sql: Sql) => sql`id, client_id as "clientId", seq, role, at, parts, author, origin`;

/** Messages after a sequence number, oldest first. */
export async function readMessages(
  sql: Sql,
  conversationId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<PublicMessage[]> {
  const rows = await sql<Row[]>`select ${columns(sql)} from message
    where conversation_id = ${conversationId} and seq > ${page.after} order by seq limit ${page.limit}`;
  return rows.map(toMessage);
}

/**
 * What was answered to a client id: null when it was never accepted, `isDone` false while it waits for its turn.
 */
export async function readAnswer(
  sql: Sql,
  conversationId: string,
  clientId: string,
): Promise<{ readonly isDone: boolean; readonly messages: readonly PublicMessage[] } | null> {
  const [event] = await sql<{ turn: number | null }[]>`select turn from inbound
    where conversation_id = ${conversationId} and client_id = ${clientId}`;
  if (!event) return null;
  if (event.turn === null) return { isDone: false, messages: [] };
  const rows = await sql<Row[]>`select ${columns(sql)} from message
    where conversation_id = ${conversationId} and turn = ${event.turn} and role <> 'customer' order by seq`;
  return { isDone: true, messages: rows.map(toMessage) };
}

function toMessage(row: Row): PublicMessage {
  return { ...row, at: row.at.toISOString() };
}
