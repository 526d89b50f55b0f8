import { parentPort } from "node:worker_threads";
import type { JsonObject } from "#flows/kernel/json.ts";
import { ProviderFailure, type ProviderFailureCode } from "../provider-failure.ts";
import { fingerprintModel, type LoadedModel, loadModel } from "./load-model.ts";
import { MODEL_BYTES_MAX, type ModelFolder, type TextUse } from "./model-folder.ts";

/**
 * Loads models and turns texts into vectors, one order after the other. Started by `create-model-thread.ts` only. What goes wrong with a
 * model is an answer; whatever else goes wrong ends the thread, and nothing but the thread.
 */

export type ModelOrder =
  | {
      readonly type: "embed";
      readonly folder: ModelFolder;
      readonly texts: readonly string[];
      readonly use: TextUse;
    }
  | { readonly type: "identify"; readonly folder: ModelFolder };

export type ModelAnswer =
  | { readonly type: "done"; readonly fingerprint: string; readonly vectors: readonly Float32Array[] }
  | { readonly type: "failed"; readonly code: ProviderFailureCode; readonly facts: JsonObject };

type Kept = { readonly folder: ModelFolder; readonly model: LoadedModel };

/** By name, the one that was used last at the end. */
const kept = new Map<string, Kept>();

parentPort?.on("message", (order: ModelOrder) => {
  // A rejection ends the thread.
  void perform(order).then((answer) => parentPort?.postMessage(answer));
});

async function perform(order: ModelOrder): Promise<ModelAnswer> {
  try {
    if (order.type === "identify")
      return { type: "done", fingerprint: await fingerprintModel(order.folder), vectors: [] };
    const model = await getModel(order.folder);
    const vectors = await model.embed(order.texts, order.use);
    return { type: "done", fingerprint: model.fingerprint, vectors };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { type: "failed", code: error.code, facts: error.facts };
  }
}

async function getModel(folder: ModelFolder): Promise<LoadedModel> {
  const known = kept.get(folder.name);
  if (known?.folder.stamp === folder.stamp) {
    kept.delete(folder.name);
    kept.set(folder.name, known);
    return known.model;
  }
  await makeRoom(folder);
  const model = await loadModel(folder);
  kept.set(folder.name, { folder, model });
  return model;
}

/** All that are loaded together are no larger than the largest that may be. */
async function makeRoom({ name, bytes }: ModelFolder): Promise<void> {
  await release(name);
  for (const other of [...kept.keys()]) {
    const sum = [...kept.values()].reduce((total, { folder }) => total + folder.bytes, bytes);
    if (sum <= MODEL_BYTES_MAX) return;
    await release(other);
  }
}

async function release(name: string): Promise<void> {
  const known = kept.get(name);
  kept.delete(name);
  await known?.model.release();
}
