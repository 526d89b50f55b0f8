import type { TransactionSql } from "postgres";
import { AppError } from "../app-error.ts";

export type NewComment = {
  readonly workspaceId: string;
  readonly botId: string;
  readonly flowId: string;
  readonly nodeId: string | null;
  readonly linkId: string | null;
  readonly message: string | null;
  readonly question: string | null;
  readonly thumb: "up" | "down" | null;
  readonly text: string;
  readonly authorId: string | null;
  readonly authorName: string;
  /** Colleagues who are called; whoever is no member of the workspace is left out. */
  readonly mentions?: readonly string[];
};

/** Beyond this, open comments must be resolved first: a link that got out must not fill the database. */
const OPEN_MAX = 2_000;

/** Pins what somebody said to a node. It is pinned by ids only, so it survives versions. */
export async function addComment(tx: TransactionSql, comment: NewComment): Promise<{ readonly id: string }> {
  const [count] = await tx<{ open: number }[]>`
    select count(*)::int as open from (
      select from flow_comment where bot_id = ${comment.botId} and resolved_at is null limit ${OPEN_MAX}
    ) c`;
  if ((count?.open ?? 0) >= OPEN_MAX) throw new AppError("conflict", { reason: "too_many_comments" });
  const [row] = await tx<{ id: string }[]>`
    insert into flow_comment (bot_id, workspace_id, flow_id, node_id, link_id, message, question, thumb, text, author_id, author_name)
    values (${comment.botId}, ${comment.workspaceId}, ${comment.flowId}, ${comment.nodeId}, ${comment.linkId},
      ${comment.message}, ${comment.question}, ${comment.thumb}, ${comment.text}, ${comment.authorId}, ${comment.authorName})
    returning id`;
  if (!row) throw new Error("the comment was not stored");
  await callMembers(tx, row.id, comment);
  return row;
}

async function callMembers(
  tx: TransactionSql,
  commentId: string,
  { workspaceId, botId, mentions = [], authorId }: NewComment,
): Promise<void> {
  const called = mentions.filter((userId) => userId !== authorId);
  if (called.length === 0) return;
  await tx`
    insert into comment_mention (comment_id, user_id, bot_id, workspace_id)
    select ${commentId}, user_id, ${botId}, workspace_id from member
    where workspace_id = ${workspaceId} and disabled_at is null and user_id = any(${called}::uuid[])
    on conflict do nothing`;
}
