import { z } from "zod";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import type { InWorkspace } from "#server/knowledge/faq/ask-base.ts";
import {
  channelSchema,
  inlineRequestSchema,
  localeSchema,
  matchBundle,
} from "#server/preview/match-draft.ts";
import { limitToTestedBases } from "#server/testers/limit-to-tested-bases.ts";
import { assertPass, getTesterLink } from "#server/testers/open-link.ts";
import { readTestedBundle } from "#server/testers/read-tested-bundle.ts";
import { limitTester } from "#server/testers/tester-limits.ts";
import { publicProcedure } from "../procedures.ts";

/** Public: answers a tester's talk by what is saved and by the bases that it asks; the tester brings words only, never anything to learn from. */
export const matchForTester = publicProcedure("tester.match")
  .input(
    z.strictObject({
      token: tokenSchema,
      pass: z.string().max(512).nullable(),
      request: inlineRequestSchema,
      locale: localeSchema,
      channel: channelSchema,
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const link = await getTesterLink(ctx.sql, input.token);
    assertPass(ctx.secretBox, link, input.pass);
    await limitTester("match", { linkId: link.id, addressKey: ctx.addressKey });
    const { workspaceId, botId } = link;
    const { locale, channel } = input;
    const inWorkspace: InWorkspace = (work) => withWorkspace(ctx.sql, workspaceId, work);
    const request = await inWorkspace((tx) => limitToTestedBases(tx, link, input.request));
    return matchBundle(inWorkspace, (tx) => readTestedBundle(tx, link), {
      ...{ workspaceId, botId, request, locale, channel },
      ...{ knowledge: ctx.knowledge, passages: ctx.passages, meanings: ctx.meanings, graphs: ctx.graphs },
    });
  });
