import { z } from "zod";
import {
  cancelEmbedding,
  getEmbeddingState,
  retryEmbedding,
} from "#server/knowledge/embedding/embedding-state.ts";
import { BATCH_MAX } from "#server/knowledge/embedding/provider.ts";
import {
  getProviderSettings,
  removeProvider,
  saveProvider,
  tryGivenProvider,
} from "#server/knowledge/embedding/provider-settings.ts";
import { workspaceAction, workspaceProcedure } from "../procedures.ts";

const byBase = z.strictObject({ baseId: z.uuid() });

const given = z.strictObject({
  baseUrl: z.url({ protocol: /^https?$/ }).max(500),
  model: z.string().trim().min(1).max(200),
  /** Absent keeps the key that is there. */
  apiKey: z
    .string()
    .trim()
    .min(1)
    .max(500)
    // What is sent in a header holds no line breaks.
    .regex(/^[\x21-\x7e]+$/)
    .nullable()
    .optional(),
  batchSize: z.int().min(1).max(BATCH_MAX).default(16),
});

type Given = z.infer<typeof given>;
const toGiven = ({ apiKey, ...provider }: Given) => ({ ...provider, apiKey });

const providerProcedure = workspaceProcedure("knowledge.vectors.provider").query(({ ctx }) =>
  getProviderSettings(ctx.tx, { workspaceId: ctx.workspaceId }),
);

const tryProcedure = workspaceAction("knowledge.vectors.tryProvider")
  .input(given)
  .mutation(({ ctx, input }) => tryGivenProvider(ctx, { workspaceId: ctx.workspaceId, ...toGiven(input) }));

const saveProcedure = workspaceAction("knowledge.vectors.saveProvider")
  .input(given)
  .mutation(({ ctx, input }) =>
    saveProvider(ctx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...toGiven(input) }),
  );

const removeProcedure = workspaceProcedure("knowledge.vectors.removeProvider").mutation(async ({ ctx }) => {
  await removeProvider(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor });
  return null;
});

const stateProcedure = workspaceProcedure("knowledge.vectors.state")
  .input(byBase)
  .query(({ ctx, input }) => getEmbeddingState(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const retryProcedure = workspaceProcedure("knowledge.vectors.retry")
  .input(byBase)
  .mutation(async ({ ctx, input }) => {
    await retryEmbedding(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    return input;
  });

const cancelProcedure = workspaceProcedure("knowledge.vectors.cancel")
  .input(byBase)
  .mutation(async ({ ctx, input }) => {
    await cancelEmbedding(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    return input;
  });

/** As `knowledge.vectors.*`. */
export const vectorProcedures = {
  provider: providerProcedure,
  tryProvider: tryProcedure,
  saveProvider: saveProcedure,
  removeProvider: removeProcedure,
  state: stateProcedure,
  retry: retryProcedure,
  cancel: cancelProcedure,
};
