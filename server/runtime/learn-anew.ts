import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { AppError } from "../app-error.ts";
import { compileRelease } from "../knowledge/faq/release/compile-release.ts";
import type { ReleaseContent } from "../knowledge/faq/release/release-content.ts";
import { ThreadLost } from "../live/work-in-thread.ts";
import { compileInThread } from "../releases/compile-in-thread.ts";
import { MODEL_FORMAT } from "../understanding/compile-classes.ts";
import type { FaqModel } from "../understanding/compile-faq.ts";
import type { IntentModel } from "../understanding/compile-intents.ts";
import type { VersionModels } from "./compile-models.ts";

/**
 * What an older program learned, learned anew from what its author wrote, beside the event loop, and kept: after an update the first
 * who asks a bot waits for it, and nobody else does.
 *
 * A1. Only content that itself is at fault is left to the matcher, which learns when it is first asked: on the event loop, where
 *     everybody would wait for it. All else (too little memory or time, an end from outside) is `NotLearned`, and tried again.
 * A2. What failed is not tried again for a minute, however many ask: each try takes a core, or the memory that was too little.
 */

type Unlearned = { readonly againInMs: number; readonly isLoss: boolean; readonly cause?: unknown };

/** Retryable: the talk is as it was, and later it may be learned. */
export class NotLearned extends AppError {
  readonly againInMs: number;
  /** It was tried and did not succeed. False while it is being learned, or where a stop cut it off: then it is no fault of the talk's. */
  readonly isLoss: boolean;

  constructor({ againInMs, isLoss, cause }: Unlearned) {
    super("busy");
    this.againInMs = againInMs;
    this.isLoss = isLoss;
    this.cause = cause;
  }
}

const AGAIN_MS = 60_000;

type Loss = { readonly cause: unknown; readonly againAt: number };

/** By version or release. */
const losses = new LRUCache<string, Loss>({ max: 1_000 });

/** Null: the content is at fault. */
async function learnAgain<Learned>(id: string, learn: () => Promise<Learned>): Promise<Learned | null> {
  const loss = losses.get(id);
  const restMs = loss === undefined ? 0 : loss.againAt - Date.now();
  if (restMs > 0) throw new NotLearned({ againInMs: restMs, isLoss: true, cause: loss?.cause });
  try {
    return await learn();
  } catch (cause) {
    if (cause instanceof ThreadLost && cause.why === "failed") return null;
    // After a restart nothing stands in its way any more.
    if (cause instanceof ThreadLost && cause.why === "stopped")
      throw new NotLearned({ againInMs: 0, isLoss: false, cause });
    losses.set(id, { cause, againAt: Date.now() + AGAIN_MS });
    throw new NotLearned({ againInMs: AGAIN_MS, isLoss: true, cause });
  }
}

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
  const text = await learnAgain(versionId, () => compileInThread(bundle, "customers"));
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

export async function bringReleaseUpToDate(
  sql: Sql,
  { releaseId, content, model }: StoredRelease,
): Promise<FaqModel> {
  if (isOfThisFormat(model)) return model;
  const order = { contentText: JSON.stringify(content), tests: [] };
  const compiled = await learnAgain(releaseId, () => compileRelease(order, { rank: "customers" }));
  if (compiled === null) return model;
  await sql`update faq_release set model = ${compiled.modelText}::text::jsonb where id = ${releaseId}`;
  // as: the thread writes what `compileFaq` gave it.
  return JSON.parse(compiled.modelText) as FaqModel;
}
