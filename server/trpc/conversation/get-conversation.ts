import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { Origin, Part, Step } from "#flows/kernel/protocol.ts";
import { AppError } from "#server/app-error.ts";
import type { ConversationStatus } from "#server/runtime/contract.ts";
import { workspaceProcedure } from "../procedures.ts";

const MESSAGES_PAGE = 200;

type ConversationRow = {
  readonly id: string;
  readonly botId: string;
  readonly botName: string;
  readonly versionId: string;
  readonly versionNumber: number | null;
  readonly contactName: string | null;
  readonly contactKey: string | null;
  readonly isVerified: boolean;
  readonly tags: readonly string[] | null;
  readonly channel: string;
  readonly locale: string;
  readonly status: ConversationStatus;
  readonly resolution: string | null;
  readonly messages: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly endedAt: Date | null;
};

type MessageRow = {
  readonly id: string;
  readonly seq: number;
  readonly turn: number;
  readonly role: "bot" | "agent" | "customer" | "system";
  readonly origin: Origin;
  readonly author: string | null;
  readonly nodeId: string | null;
  readonly parts: readonly Part[];
  readonly at: Date;
};

type TurnRow = {
  readonly number: number;
  readonly durationMs: number;
  readonly at: Date;
  readonly steps: readonly (Step & { readonly ms?: number })[];
};

/** Of a node, or (without one) of a sub-flow. */
type NodeTitle = { readonly flowId: string; readonly nodeId: string | null; readonly title: string | null };

/**
 * One talk with its trace: the newest messages (or those before `before`), and each turn's steps. Tokens, leases and the raw
 * session are not part of it.
 */
export const getConversation = workspaceProcedure("conversation.get")
  .input(z.strictObject({ conversationId: z.uuid(), before: z.int().min(1).nullish() }))
  .query(async ({ ctx, input }) => {
    const conversation = await getRow(ctx.tx, input.conversationId, ctx.workspaceId);
    const rows = await ctx.tx<MessageRow[]>`
      select id, seq, turn, role, origin, author, node_id as "nodeId", parts, at from message
      where conversation_id = ${conversation.id} and seq < ${input.before ?? 2_147_483_647}
      order by seq desc limit ${MESSAGES_PAGE + 1}`;
    const messages = rows.slice(0, MESSAGES_PAGE).reverse();
    const hasEarlier = rows.length > MESSAGES_PAGE;
    const turns = await ctx.tx<TurnRow[]>`
      select number, duration_ms as "durationMs", at, steps from turn
      where conversation_id = ${conversation.id} and number >= ${hasEarlier ? (messages[0]?.turn ?? 0) : 0}
        and number <= ${input.before ? (messages.at(-1)?.turn ?? 0) : 2_147_483_647}
      order by number`;
    const titles = await listTitles(ctx.tx, conversation.versionId);
    return { conversation, messages, turns, titles, hasEarlier };
  });

async function getRow(tx: TransactionSql, id: string, workspaceId: string): Promise<ConversationRow> {
  const [row] = await tx<ConversationRow[]>`
    select c.id, c.bot_id as "botId", b.name as "botName", c.version_id as "versionId", v.number as "versionNumber",
      p.name as "contactName", p.key as "contactKey", coalesce(p.is_verified, 0) = 1 as "isVerified", p.tags,
      c.channel, c.locale, c.status, c.resolution, c.seq as messages,
      c.created_at as "createdAt", c.updated_at as "updatedAt", c.ended_at as "endedAt"
    from conversation c
    join bot b on b.id = c.bot_id
    left join flow_version v on v.id = c.version_id
    left join contact p on p.id = c.contact_id
    where c.id = ${id} and c.workspace_id = ${workspaceId}`;
  if (!row) throw new AppError("not_found");
  return row;
}

/** The authors' names of nodes and sub-flows; read in the database, since a whole bundle may be megabytes. */
function listTitles(tx: TransactionSql, versionId: string): Promise<NodeTitle[]> {
  return tx<NodeTitle[]>`
    select f.id as "flowId", n.id as "nodeId", n.title
    from flow_version v
    cross join lateral (
      select 'main' as id, v.bundle->'flow' as flow
      union all select key, value from jsonb_each(v.bundle->'subflows')
    ) f
    cross join lateral (
      select null as id, f.flow->>'title' as title
      union all select node->>'id', node->>'title' from jsonb_array_elements(f.flow->'nodes') node
    ) n
    where v.id = ${versionId} and n.title is not null`;
}
