import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

const place = z.number().min(-1e7).max(1e7);

/** Tells the others in a bot's builder where this tab is; the name comes from the session. Nothing of it is stored. */
export const tellPresence = workspaceProcedure("draft.presence")
  .input(
    z.strictObject({
      botId: z.uuid(),
      clientId: z.uuid(),
      flowId: z.string().max(64).nullable(),
      nodeId: z.string().max(64).nullable(),
      cursor: z.strictObject({ x: place, y: place }).nullable(),
      isLeaving: z.boolean(),
    }),
  )
  .mutation(async ({ ctx, input: { botId, ...presence } }) => {
    const [bot] = await ctx.tx`
      select from bot where id = ${botId} and workspace_id = ${ctx.workspaceId} and deleted_at is null`;
    if (!bot) throw new AppError("not_found");
    ctx.consoleBus.publish(botId, { type: "presence", name: ctx.actor.name, ...presence });
    return { botId };
  });
