import { z } from "zod";
import { workspaceProcedure } from "../procedures.ts";
import { assertBot } from "./assert-bot.ts";

const PAGE = 300;

type Row = {
  readonly id: string;
  readonly flowId: string;
  readonly nodeId: string | null;
  readonly message: string | null;
  readonly question: string | null;
  readonly thumb: "up" | "down" | null;
  readonly text: string;
  readonly authorName: string;
  readonly isTester: boolean;
  readonly at: Date;
  readonly resolvedAt: Date | null;
  readonly mentions: readonly { readonly userId: string; readonly name: string }[];
  /** The reader is called and has not seen it yet. */
  readonly isUnread: boolean;
};

/** What testers and colleagues said about a bot's nodes, newest first. */
export const listComments = workspaceProcedure("comment.list")
  .input(z.strictObject({ botId: z.uuid(), isResolved: z.boolean() }))
  .query(async ({ ctx, input }) => {
    await assertBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    return ctx.tx<Row[]>`
      select c.id, c.flow_id as "flowId", c.node_id as "nodeId", c.message, c.question, c.thumb, c.text,
        c.author_name as "authorName", c.link_id is not null as "isTester", c.at, c.resolved_at as "resolvedAt",
        coalesce(m.mentions, '[]') as mentions, coalesce(m.is_unread, false) as "isUnread"
      from flow_comment c
      left join lateral (
        select json_agg(json_build_object('userId', u.id, 'name', u.name) order by u.name) as mentions,
          bool_or(cm.user_id = ${ctx.actor.id} and cm.read_at is null) as is_unread
        from comment_mention cm join auth_user u on u.id = cm.user_id where cm.comment_id = c.id
      ) m on true
      where c.bot_id = ${input.botId} and (c.resolved_at is not null) = ${input.isResolved}
      order by c.id desc limit ${PAGE}`;
  });
