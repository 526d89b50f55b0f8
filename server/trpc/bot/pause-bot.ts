import { z } from "zod";
import { workspaceProcedure } from "../procedures.ts";
import { setPaused } from "./set-paused.ts";

export const pauseBot = workspaceProcedure("bot.pause")
  .input(z.strictObject({ botId: z.uuid() }))
  .mutation(({ ctx, input }) =>
    setPaused(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, botId: input.botId, isPaused: true }),
  );
