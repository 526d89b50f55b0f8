import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import {
  listAskedBases,
  listBases,
  listGraphBases,
  listSearchedBases,
} from "../../flows/editing/list-bases.ts";
import { compileProgram, type Program } from "../../flows/kernel/compile-program.ts";
import type { Bundle, FaqEntry } from "../../flows/kernel/flow.ts";
import type { NodeRegistry } from "../../flows/kernel/registry.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import { createFaqMatcher, type FaqMatch, type FaqMatcher } from "../understanding/match-faq.ts";
import { createIntentMatcher, type IntentMatch, type IntentMatcher } from "../understanding/match-intent.ts";
import type { VersionModels } from "./compile-models.ts";
import { bringModelsUpToDate } from "./learn-anew.ts";

/** One published version, ready to run: compiled once a process, its matchers at their first use. */
export type LoadedVersion = {
  readonly versionId: string;
  readonly program: Program;
  readonly language: Locale;
  /** The knowledge bases that any of its flows names. */
  readonly bases: readonly string[];
  /** Those of them whose Q&A is asked: of no others a release is read. */
  readonly askedBases: readonly string[];
  /** Those whose documents are searched. */
  readonly searchedBases: readonly string[];
  /** Those whose facts are asked. */
  readonly graphBases: readonly string[];
  /** Reads every matcher now, so that no customer waits for it. */
  readonly warmUp: () => void;
  /** False for a version without intents and question sets. */
  readonly hasMatchers: boolean;
  readonly matchIntent: (modelId: string, text: string, words?: WordGroups) => IntentMatch | null;
  readonly matchFaq: (modelId: string, text: string, words?: WordGroups) => FaqMatch | null;
  /** `id` as the FAQ model names it: `set/entry`. */
  readonly findFaqEntry: (id: string) => { readonly faqSet: string; readonly entry: FaqEntry } | null;
};

/** Versions kept ready; the least used is compiled again when a talk that is pinned to it moves on. */
const VERSIONS_MAX = 50;

export type VersionStore = { get(versionId: string): LoadedVersion | Promise<LoadedVersion> };

/** Loads and compiles each version at most once at a time. Throws when the version does not exist. */
export function createVersionStore({
  sql,
  registry,
}: {
  readonly sql: Sql;
  readonly registry: NodeRegistry;
}): VersionStore {
  const ready = new LRUCache<string, LoadedVersion>({ max: VERSIONS_MAX });
  const loading = new Map<string, Promise<LoadedVersion>>();

  const load = async (versionId: string): Promise<LoadedVersion> => {
    const [row] = await sql<
      { bundle: Bundle; models: VersionModels }[]
    >`select bundle, models from flow_version where id = ${versionId}`;
    if (!row) throw new Error(`version ${versionId} does not exist`);
    const models = await bringModelsUpToDate(sql, { versionId, ...row });
    const version = toLoadedVersion({ versionId, bundle: row.bundle, models, registry });
    ready.set(versionId, version);
    return version;
  };

  return {
    get: (versionId) => {
      const known = ready.get(versionId);
      if (known) return known;
      const running = loading.get(versionId) ?? load(versionId).finally(() => loading.delete(versionId));
      loading.set(versionId, running);
      return running;
    },
  };
}

type VersionSource = {
  readonly versionId: string;
  readonly bundle: Bundle;
  readonly models: VersionModels;
  readonly registry: NodeRegistry;
};

/** Makes a version runnable without a database; the preview and tests use it for drafts. */
export function toLoadedVersion({ versionId, bundle, models, registry }: VersionSource): LoadedVersion {
  const intentMatchers = new Map<string, IntentMatcher>();
  const faqMatchers = new Map<string, FaqMatcher>();
  const entries = new Map<string, { readonly faqSet: string; readonly entry: FaqEntry }>(
    Object.entries(bundle.faqSets).flatMap(([faqSet, { entries: list }]) =>
      list.map((entry) => [`${faqSet}/${entry.id}`, { faqSet, entry }] as const),
    ),
  );
  return {
    versionId,
    program: compileProgram(bundle, registry),
    language: bundle.flow.settings.language,
    bases: listBases(bundle),
    askedBases: listAskedBases(bundle),
    searchedBases: listSearchedBases(bundle),
    graphBases: listGraphBases(bundle),
    warmUp: () => {
      for (const [id, model] of Object.entries(models.intents))
        intentMatchers.set(id, intentMatchers.get(id) ?? createIntentMatcher(model));
      for (const [id, model] of Object.entries(models.faqs))
        faqMatchers.set(id, faqMatchers.get(id) ?? createFaqMatcher(model));
    },
    hasMatchers: Object.keys(models.intents).length + Object.keys(models.faqs).length > 0,
    matchIntent: (modelId, text, words) => {
      const model = models.intents[modelId];
      if (!model) return null;
      const matcher = intentMatchers.get(modelId) ?? createIntentMatcher(model);
      intentMatchers.set(modelId, matcher);
      return matcher.match(text, words);
    },
    matchFaq: (modelId, text, words) => {
      const model = models.faqs[modelId];
      if (!model) return null;
      const matcher = faqMatchers.get(modelId) ?? createFaqMatcher(model);
      faqMatchers.set(modelId, matcher);
      return matcher.match(text, undefined, words);
    },
    findFaqEntry: (id) => entries.get(id) ?? null,
  };
}
