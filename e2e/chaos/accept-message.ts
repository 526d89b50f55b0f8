import type { Sql } from "#server/db/connect.ts";
import { acceptInbound } from "#server/runtime/accept-inbound.ts";
import type { SeededBot } from "../support/seed-bot.ts";

type Message = { readonly bot: SeededBot; readonly conversationId: string; readonly id: string };

/** Keeps a message for a later turn, as a process does that dies right after; its text is its id. */
export async function acceptMessage(sql: Sql, { bot, conversationId, id }: Message): Promise<void> {
  const body = { type: "message-received", messageId: id, text: id, choice: null, attachments: [] };
  await acceptInbound(sql, {
    ...{ conversationId, workspaceId: bot.workspaceId, clientId: id },
    ...{ kind: "message", body, waitMs: 0, crashes: 0 },
  });
}
