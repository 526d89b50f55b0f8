import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

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
};

/** What testers and colleagues said about a bot's nodes, newest first. */
export const listComments = workspaceProcedure("comment.list")
  .input(z.strictObject({ botId: z.uuid(), isResolved: z.boolean() }))
  .query(async ({ ctx, input }) => {
    const [bot] = await ctx.tx`
      select from bot where id = ${input.botId} and workspace_id = ${ctx.workspaceId} and deleted_at is null`;
    if (!bot) throw new AppError("not_found");
    return ctx.tx<Row[]>`
      select id, flow_id as "flowId", node_id as "nodeId", message, question, thumb, text, author_name as "authorName",
        link_id is not null as "isTester", at, resolved_at as "resolvedAt"
      from flow_comment
      where bot_id = ${input.botId} and (resolved_at is not null) = ${input.isResolved}
      order by id desc limit ${PAGE}`;
  });
