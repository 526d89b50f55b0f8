import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import type { ConversationStatus } from "#server/runtime/contract.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceProcedure } from "../procedures.ts";

const PAGE = 50;
const STATUSES = [
  "waiting",
  "working",
  "queued",
  "human",
  "ended",
] as const satisfies readonly ConversationStatus[];

type Row = {
  readonly id: string;
  readonly botId: string;
  readonly botName: string;
  readonly contactName: string | null;
  readonly isVerified: boolean;
  readonly channel: string;
  readonly locale: string;
  readonly status: ConversationStatus;
  readonly lastText: string | null;
  readonly messages: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Newest talks first, in pages by id: new talks never shift what the reader has seen. `search` looks into the last text. */
export const listConversations = workspaceProcedure("conversation.list")
  .input(
    z.strictObject({
      botId: z.uuid().nullish(),
      status: z.enum(STATUSES).nullish(),
      locale: z.enum(LOCALES).nullish(),
      search: z.string().trim().max(100).nullish(),
      cursor: z.uuid().nullish(),
      ...pagingDirection,
    }),
  )
  .query(async ({ ctx, input }) => {
    const { tx } = ctx;
    const rows = await tx<Row[]>`
      select c.id, c.bot_id as "botId", b.name as "botName", p.name as "contactName", coalesce(p.is_verified, 0) = 1 as "isVerified",
        c.channel, c.locale, c.status, c.last_text as "lastText", c.seq as messages,
        c.created_at as "createdAt", c.updated_at as "updatedAt"
      from conversation c
      join bot b on b.id = c.bot_id
      left join contact p on p.id = c.contact_id
      where c.workspace_id = ${ctx.workspaceId}
        ${input.botId ? tx`and c.bot_id = ${input.botId}` : tx``}
        ${input.status ? tx`and c.status = ${input.status}` : tx``}
        ${input.locale ? tx`and c.locale = ${input.locale}` : tx``}
        ${input.search ? tx`and c.last_text ilike ${toPattern(input.search)}` : tx``}
        ${input.cursor ? tx`and c.id < ${input.cursor}` : tx``}
      order by c.id desc limit ${PAGE + 1}`;
    const conversations = rows.slice(0, PAGE);
    return { conversations, next: rows.length > PAGE ? (conversations.at(-1)?.id ?? null) : null };
  });

/** What was typed is looked for as it is: `%`, `_` and `\` are no wildcards. */
const toPattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
