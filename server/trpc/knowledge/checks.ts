import { z } from "zod";
import { checkEntry } from "#server/knowledge/faq/check-entry.ts";
import { trySentence } from "#server/knowledge/faq/try-sentence.ts";
import { workspaceAction } from "../procedures.ts";
import { contentSchema } from "./entry-schemas.ts";

const SENTENCE_MAX_CHARS = 2_000;

/** While somebody types: what is missing, and which other entries say the same. */
export const checkEntryProcedure = workspaceAction("knowledge.checkEntry")
  .input(z.strictObject({ baseId: z.uuid(), entryId: z.uuid().nullable(), content: contentSchema }))
  .mutation(({ ctx, input }) =>
    checkEntry(ctx.inWorkspace, { workspaceId: ctx.workspaceId, now: Date.now(), ...input }),
  );

export const trySentenceProcedure = workspaceAction("knowledge.trySentence")
  .input(z.strictObject({ baseId: z.uuid(), text: z.string().trim().min(1).max(SENTENCE_MAX_CHARS) }))
  .mutation(({ ctx, input }) => trySentence(ctx.inWorkspace, { workspaceId: ctx.workspaceId, ...input }));
