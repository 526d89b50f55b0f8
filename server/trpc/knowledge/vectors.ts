import { z } from "zod";
import {
  cancelEmbedding,
  getEmbeddingState,
  retryEmbedding,
} from "#server/knowledge/embedding/embedding-state.ts";
import { isModelName } from "#server/knowledge/embedding/local/model-folder.ts";
import { BATCH_MAX, LOCAL_BATCH } from "#server/knowledge/embedding/provider.ts";
import {
  getProviderSettings,
  removeProvider,
  saveProvider,
  tryGivenProvider,
} from "#server/knowledge/embedding/provider-settings.ts";
import { workspaceAction, workspaceProcedure } from "../procedures.ts";

const byBase = z.strictObject({ baseId: z.uuid() });

const endpoint = z.strictObject({
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

/** A folder's name, and nothing that could lead elsewhere. */
const local = z.strictObject({ baseUrl: z.null(), model: z.string().refine(isModelName) });

const given = z.union([endpoint, local]);

const toGiven = (input: z.infer<typeof given>) =>
  input.baseUrl === null
    ? { ...input, apiKey: null, batchSize: LOCAL_BATCH }
    : { ...input, apiKey: input.apiKey };

const providerProcedure = workspaceProcedure("knowledge.vectors.provider").query(({ ctx }) =>
  getProviderSettings(ctx.tx, { workspaceId: ctx.workspaceId }),
);

const modelsProcedure = workspaceProcedure("knowledge.vectors.models").query(({ ctx }) => ctx.models.list());

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
  models: modelsProcedure,
  tryProvider: tryProcedure,
  saveProvider: saveProcedure,
  removeProvider: removeProcedure,
  state: stateProcedure,
  retry: retryProcedure,
  cancel: cancelProcedure,
};
