import { LRUCache } from "lru-cache";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { fingerprint } from "../../flows/preview/fingerprint.ts";
import { type LearnedPart, toModelBundle, toModelSource } from "../../flows/preview/learned-part.ts";
import type { VersionModels } from "../runtime/compile-models.ts";
import { type LoadedVersion, toLoadedVersion } from "../runtime/load-version.ts";

/** Matchers of drafts that are kept; the least used is learned again when it is asked. */
const MODELS_MAX = 60;
/** Learning takes a core for seconds: more at once would starve the customers. */
const THREADS_MAX = 2;

export type Learn = (bundle: Bundle) => Promise<string>;

export type ModelStore = {
  /** The matcher of a part, or null while it is being learned. Asking starts the learning. */
  get(scope: string, part: LearnedPart): LoadedVersion | null;
  /** Gives it models that were learned before. */
  put(scope: string, part: LearnedPart, models: VersionModels): void;
  has(scope: string, part: LearnedPart): boolean;
};

type Entry = { readonly state: "ready"; readonly version: LoadedVersion } | { readonly state: "learning" };

/**
 * Learns what drafts need, beside the event loop, and keeps it by what was learned: a changed message text or answer learns
 * nothing again. `scope` is the workspace, so that nobody is served by another's examples.
 */
export function createModelStore(learn: Learn): ModelStore {
  const entries = new LRUCache<string, Entry>({ max: MODELS_MAX });
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  const next = (): void => {
    const job = running < THREADS_MAX ? waiting.shift() : undefined;
    if (job === undefined) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      next();
    });
  };

  const start = (key: string, part: LearnedPart): void => {
    entries.set(key, { state: "learning" });
    waiting.push(async () => {
      try {
        const bundle = toModelBundle(toModelSource(part));
        // as: the thread answers with exactly what `compileModels` returns.
        const models = JSON.parse(await learn(bundle)) as VersionModels;
        entries.set(key, { state: "ready", version: toPartVersion(part, models) });
      } catch {
        // Asked again, it is learned again.
        entries.delete(key);
      }
    });
    next();
  };

  return {
    has: (scope, part) => entries.has(toKey(scope, part)),
    put: (scope, part, models) => {
      entries.set(toKey(scope, part), { state: "ready", version: toPartVersion(part, models) });
    },
    get: (scope, part) => {
      const key = toKey(scope, part);
      const entry = entries.get(key);
      if (entry?.state === "ready") return withAnswers(entry.version, part);
      if (entry === undefined) start(key, part);
      return null;
    },
  };
}

const keys = new WeakMap<LearnedPart, string>();

function toKey(scope: string, part: LearnedPart): string {
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
