import type { Bundle } from "../../flows/kernel/flow.ts";
import { fingerprint } from "../../flows/preview/fingerprint.ts";
import { type LearnedPart, toModelBundle, toModelSource } from "../../flows/preview/learned-part.ts";
import { ThreadLost } from "../live/work-in-thread.ts";
import type { VersionModels } from "../runtime/compile-models.ts";
import { type LoadedVersion, toLoadedVersion } from "../runtime/load-version.ts";
import { createLearnOnce, type Learning } from "./learn-once.ts";

/** Matchers of drafts that are kept. */
const MODELS_MAX = 60;
const THREADS_MAX = 2;
/** What could not be learned cannot be learned now either, unless its process was ended. A changed part is another part. */
const FAILED_MS = 10 * 60_000;

export type Learn = (bundle: Bundle) => Promise<string>;

export type ModelStore = {
  /** The matcher of a part, once it is learned. Asking starts the learning. */
  get(scope: string, part: LearnedPart): Learning<LoadedVersion>;
  /** Gives it models that were learned before. */
  put(scope: string, part: LearnedPart, models: VersionModels): void;
  has(scope: string, part: LearnedPart): boolean;
};

/**
 * Learns what drafts need, beside the event loop, and keeps it by what was learned: a changed message text or answer learns
 * nothing again. `scope` is the workspace, so that nobody is served by another's examples.
 */
export function createModelStore(learn: Learn): ModelStore {
  const known = createLearnOnce<LoadedVersion>({
    max: MODELS_MAX,
    threadsMax: THREADS_MAX,
    failedMs: (error) => (whyUnlearned(error) === "interrupted" ? 0 : FAILED_MS),
  });
  return {
    has: (scope, part) => known.has(toPartKey(scope, part)),
    put: (scope, part, models) => known.put(toPartKey(scope, part), toPartVersion(part, models)),
    get: (scope, part) => {
      const learning = known.get(toPartKey(scope, part), async () => {
        const bundle = toModelBundle(toModelSource(part));
        // as: the thread answers with exactly what `compileModels` returns.
        return toPartVersion(part, JSON.parse(await learn(bundle)) as VersionModels);
      });
      return learning.state === "ready"
        ? { ...learning, value: withAnswers(learning.value, part) }
        : learning;
    },
  };
}

/** What whoever asked reads of a failure to learn; only `interrupted` passes by itself. */
export type Unlearned = "late" | "memory" | "interrupted" | "other";

/** Learning rejects as `workInThread` does. */
export function whyUnlearned(error: unknown): Unlearned {
  const why = error instanceof ThreadLost ? error.why : "failed";
  if (why === "late" || why === "memory") return why;
  return why === "failed" ? "other" : "interrupted";
}

const keys = new WeakMap<LearnedPart, string>();

/** By what a part is learned, and by whose it is. */
export function toPartKey(scope: string, part: LearnedPart): string {
  const known = keys.get(part) ?? fingerprint(toModelSource(part));
  keys.set(part, known);
  return `${scope}/${known}`;
}

/** Runnable with what was learned of a part; with nothing, it knows nothing. */
export function toPartVersion(
  part: LearnedPart,
  models: VersionModels = { intents: {}, faqs: {} },
): LoadedVersion {
  return toLoadedVersion({ versionId: "draft", bundle: toModelBundle(part), models, registry: {} });
}

/** The model may be older than the answers: those are always the part's own. */
function withAnswers(version: LoadedVersion, part: LearnedPart): LoadedVersion {
  if (part.type === "intents") return version;
  return {
    ...version,
    findFaqEntry: (id) => {
      const [faqSet = "", entryId] = id.split("/");
      const entry = part.sets[faqSet]?.entries.find((candidate) => candidate.id === entryId);
      return entry === undefined ? null : { faqSet, entry };
    },
  };
}
