import { z } from "zod";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import { addComment } from "#server/testers/add-comment.ts";
import { assertPass, getTesterLink } from "#server/testers/open-link.ts";
import { limitTester } from "#server/testers/tester-limits.ts";
import { publicProcedure } from "../procedures.ts";

const id = z.string().min(1).max(64);

/** Public: what a tester thinks of one message; it lands on the node that said it. */
export const addTesterComment = publicProcedure("tester.comment")
  .input(
    z
      .strictObject({
        token: tokenSchema,
        pass: z.string().max(512).nullable(),
        authorName: z.string().trim().max(40),
        flowId: id,
        nodeId: id,
        message: z.string().max(4_000),
        question: z.string().max(4_000),
        thumb: z.enum(["up", "down"]).nullable(),
        text: z.string().trim().max(2_000),
      })
      .refine(({ thumb, text }) => thumb !== null || text !== ""),
  )
  .mutation(async ({ ctx, input: { token, pass, ...comment } }) => {
    const link = await getTesterLink(ctx.sql, token);
    assertPass(ctx.secretBox, link, pass);
    await limitTester("comment", { linkId: link.id, addressKey: ctx.addressKey });
    const { workspaceId, botId, id: linkId } = link;
    const added = await withWorkspace(ctx.sql, workspaceId, (tx) =>
      addComment(tx, {
        ...comment,
        authorName: comment.authorName || link.name,
        workspaceId,
        botId,
        linkId,
        authorId: null,
      }),
    );
    ctx.consoleBus.publish(botId, { type: "comments-changed" });
    return added;
  });
