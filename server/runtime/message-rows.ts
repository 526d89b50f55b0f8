import { randomUUIDv7 } from "node:crypto";
import type { MessageRow } from "./commit-statement.ts";
import type { PublicMessage } from "./contract.ts";
import type { CustomerLine } from "./take-turn.ts";

const LAST_TEXT_MAX_CHARS = 200;

/** The line that lists show: the last text that the customer wrote or else read. */
export function lastTextOf(messages: readonly MessageRow[]): string | null {
  const texts = messages.flatMap(({ role, parts }) =>
    parts.flatMap((part) => (part.type === "text" ? [{ role, text: part.text }] : [])),
  );
  const shown = texts.findLast(({ role }) => role === "customer") ?? texts.at(-1);
  return shown?.text.slice(0, LAST_TEXT_MAX_CHARS) ?? null;
}

type Written = { readonly seq: number; readonly lines: readonly CustomerLine[]; readonly at: string };

/** What the customer wrote, right after message `seq` of the talk and first in its turn. */
export function toCustomerRows({ seq, lines, at }: Written): MessageRow[] {
  return lines.map(({ clientId, parts }, idx) => ({
    ...{ seq: seq + idx + 1, id: randomUUIDv7(), idx, role: "customer", origin: "person" },
    ...{ client_id: clientId, node_id: null, parts, at },
  }));
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
