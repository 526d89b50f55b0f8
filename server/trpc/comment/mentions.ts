import { z } from "zod";
import { workspaceProcedure } from "../procedures.ts";
import { assertBot } from "./assert-bot.ts";

const PEOPLE_MAX = 1_000;

type Person = { readonly userId: string; readonly name: string; readonly isSelf: boolean };

/** Whom a comment can call: the members of the workspace, by name only. */
export const listPeople = workspaceProcedure("comment.people").query(
  ({ ctx }) => ctx.tx<Person[]>`
    select m.user_id as "userId", u.name, m.user_id = ${ctx.actor.id} as "isSelf"
    from member m join auth_user u on u.id = m.user_id
    where m.workspace_id = ${ctx.workspaceId} and m.disabled_at is null
    order by u.name, m.user_id limit ${PEOPLE_MAX}`,
);

/** How many comments of a bot call the reader and were not seen yet. */
export const countUnread = workspaceProcedure("comment.unread")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    await assertBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    const [row] = await ctx.tx<{ unread: number }[]>`
      select count(*)::int as unread from comment_mention
      where user_id = ${ctx.actor.id} and bot_id = ${input.botId} and workspace_id = ${ctx.workspaceId} and read_at is null`;
    return { unread: row?.unread ?? 0 };
  });

/** The reader has seen what calls them in a bot. */
export const markRead = workspaceProcedure("comment.markRead")
  .input(z.strictObject({ botId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    await assertBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    const rows = await ctx.tx`
      update comment_mention set read_at = now()
      where user_id = ${ctx.actor.id} and bot_id = ${input.botId} and workspace_id = ${ctx.workspaceId} and read_at is null
      returning comment_id`;
    return { read: rows.length };
  });
