import { z } from "zod";
import { getOwnedBot } from "../bot/get-owned-bot.ts";
import { workspaceProcedure } from "../procedures.ts";

type Row = {
  readonly id: string;
  readonly name: string;
  /** Null follows the draft. */
  readonly versionNumber: number | null;
  readonly hasPassword: boolean;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
  readonly comments: number;
};

/** Links that were not revoked, newest first; the links themselves cannot be shown again. */
export const listTesterLinks = workspaceProcedure("tester.list")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const bot = await getOwnedBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    return ctx.tx<Row[]>`
      select l.id, l.name, v.number as "versionNumber", l.password_hash is not null as "hasPassword",
        l.author_name as "authorName", l.created_at as "createdAt", l.expires_at as "expiresAt",
        l.expires_at <= now() as "isExpired",
        (select count(*)::int from flow_comment c where c.link_id = l.id) as comments
      from tester_link l left join flow_version v on v.id = l.version_id
      where l.bot_id = ${bot.id} and l.revoked_at is null
      order by l.id desc limit 100`;
  });
