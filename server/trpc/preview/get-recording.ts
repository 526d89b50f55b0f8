import { z } from "zod";
import { readRecording } from "#server/preview/read-recording.ts";
import { workspaceProcedure } from "../procedures.ts";

/** A stored talk, to be run again on the draft. */
export const getRecording = workspaceProcedure("preview.recording")
  .input(z.strictObject({ conversationId: z.uuid() }))
  .query(({ ctx, input }) => readRecording(ctx.tx, { ...input, workspaceId: ctx.workspaceId }));
