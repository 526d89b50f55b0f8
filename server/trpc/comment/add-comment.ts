import { z } from "zod";
import { addComment } from "#server/testers/add-comment.ts";
import { getOwnedBot } from "../bot/get-owned-bot.ts";
import { workspaceProcedure } from "../procedures.ts";

const MENTIONS_MAX = 20;

const id = z.string().min(1).max(64);

/** A colleague's words, pinned to a node or to the whole flow; who is named in them finds a mark. */
export const addMemberComment = workspaceProcedure("comment.add")
  .input(
    z.strictObject({
      botId: z.uuid(),
      flowId: id,
      nodeId: id.nullable(),
      message: z.string().max(4_000).nullable(),
      question: z.string().max(4_000).nullable(),
      text: z.string().trim().min(1).max(2_000),
      mentions: z.array(z.uuid()).max(MENTIONS_MAX).default([]),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await getOwnedBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    ctx.afterCommit(() => ctx.consoleBus.publish(input.botId, { type: "comments-changed" }));
    return addComment(ctx.tx, {
      ...input,
      workspaceId: ctx.workspaceId,
      linkId: null,
      thumb: null,
      authorId: ctx.actor.id,
      authorName: ctx.actor.name,
    });
  });
