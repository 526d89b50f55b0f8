import type { Sql } from "postgres";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { compileRelease } from "../knowledge/faq/release/compile-release.ts";
import type { ReleaseContent } from "../knowledge/faq/release/release-content.ts";
import { compileInThread } from "../releases/compile-in-thread.ts";
import { MODEL_FORMAT } from "../understanding/compile-classes.ts";
import type { FaqModel } from "../understanding/compile-faq.ts";
import type { IntentModel } from "../understanding/compile-intents.ts";
import type { VersionModels } from "./compile-models.ts";

/**
 * What an older program learned, learned anew from what its author wrote, beside the event loop, and kept: after an update the first
 * who asks a bot waits for it, and nobody else does. Should the thread die, the matcher learns by itself when it is first asked.
 */

export function isOfThisFormat({ core }: IntentModel | FaqModel): boolean {
  return core.format === MODEL_FORMAT;
}

type StoredVersion = {
  readonly versionId: string;
  readonly bundle: Bundle;
  readonly models: VersionModels;
};

export async function bringModelsUpToDate(
  sql: Sql,
  { versionId, bundle, models }: StoredVersion,
): Promise<VersionModels> {
  if ([...Object.values(models.intents), ...Object.values(models.faqs)].every(isOfThisFormat)) return models;
  const text = await compileInThread(bundle).catch(() => null);
  if (text === null) return models;
  await sql`update flow_version set models = ${text}::text::jsonb where id = ${versionId}`;
  // as: the thread writes what `compileModels` gave it.
  return JSON.parse(text) as VersionModels;
}

type StoredRelease = {
  readonly releaseId: string;
  readonly content: ReleaseContent;
  readonly model: FaqModel;
};

/** Kept only with a connection that may write it: previews look on in somebody's own transaction. */
export async function bringReleaseUpToDate(
  keeper: Sql | null,
  { releaseId, content, model }: StoredRelease,
): Promise<FaqModel> {
  if (isOfThisFormat(model)) return model;
  const order = { contentText: JSON.stringify(content), tests: [] };
  const compiled = await compileRelease(order, () => {}).catch(() => null);
  if (compiled === null) return model;
  if (keeper !== null)
    await keeper`update faq_release set model = ${compiled.modelText}::text::jsonb where id = ${releaseId}`;
  // as: the thread writes what `compileFaq` gave it.
  return JSON.parse(compiled.modelText) as FaqModel;
}
