import type { MessageRow } from "./commit-statement.ts";
import type { PublicMessage } from "./contract.ts";

const LAST_TEXT_MAX_CHARS = 200;

/** The line that lists show: the last text that the customer wrote or else read. */
export function lastTextOf(messages: readonly MessageRow[]): string | null {
  const texts = messages.flatMap(({ role, parts }) =>
    parts.flatMap((part) => (part.type === "text" ? [{ role, text: part.text }] : [])),
  );
  const shown = texts.findLast(({ role }) => role === "customer") ?? texts.at(-1);
  return shown?.text.slice(0, LAST_TEXT_MAX_CHARS) ?? null;
}

export function toPublicMessage(row: MessageRow): PublicMessage {
  return {
    id: row.id,
    clientId: row.client_id,
    seq: row.seq,
    role: row.role,
    at: row.at,
    parts: row.parts,
    author: null,
    origin: row.origin,
  };
}
