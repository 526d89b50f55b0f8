import type { TransactionSql } from "postgres";
import { z } from "zod";
import { type Bundle, baseIdsSchema } from "../../flows/kernel/flow.ts";
import type { Json } from "../../flows/kernel/json.ts";
import type { InlineRequest } from "../../flows/kernel/protocol.ts";
import { LOCALES, type Locale } from "../../flows/kernel/text.ts";
import { GRAPH_COMPARISONS } from "../../flows/knowledge/graph-filter.ts";
import { TOLD_CLASSES } from "../../flows/knowledge/passage-filter.ts";
import { SEARCH_LAYERS } from "../../flows/knowledge/search-layer.ts";
import { findPrintedPart } from "../../flows/preview/find-printed-part.ts";
import type { LearnedPart } from "../../flows/preview/learned-part.ts";
import type { InlineScope } from "../effects/perform-inline.ts";
import type { PassageStore } from "../knowledge/documents/search/passage-store.ts";
import type { Meanings } from "../knowledge/embedding/meanings.ts";
import { withMeaning } from "../knowledge/embedding/with-meaning.ts";
import type { InWorkspace } from "../knowledge/faq/ask-base.ts";
import type { GraphStore } from "../knowledge/graph/serve/graph-store.ts";
import { compileInThread } from "../releases/compile-in-thread.ts";
import type { Knowledge, KnowledgeStore } from "../runtime/knowledge-store.ts";
import { NotLearned } from "../runtime/learn-anew.ts";
import type { LoadedVersion } from "../runtime/load-version.ts";
import { readFreshWords } from "../runtime/load-words.ts";
import { waitBriefly } from "../runtime/without-waiting-long.ts";
import { NO_WORDS } from "../understanding/create-rephraser.ts";
import { readDraft } from "./draft-reader.ts";
import { findPublishedModels } from "./find-published-models.ts";
import type { Learning } from "./learn-once.ts";
import { matchPart } from "./match-part.ts";
import { createModelStore, toPartVersion, type Unlearned, whyUnlearned } from "./model-store.ts";
import { createSentParts } from "./sent-parts.ts";

const TEXT_MAX_CHARS = 8_000;
const id = z.string().min(1).max(64);
const text = z.string().max(TEXT_MAX_CHARS);
/** Of a type, an attribute or a relation. */
const name = z.string().max(120);

/** A call that runs within the turn, as the interpreter asks for it. */
export const inlineRequestSchema = z.discriminatedUnion("name", [
  z.strictObject({
    mode: z.literal("inline"),
    name: z.literal("match-intent"),
    input: z.strictObject({ flowId: id, nodeId: id, text }),
  }),
  z.strictObject({
    mode: z.literal("inline"),
    name: z.literal("match-faq"),
    input: z.strictObject({
      faqSets: z.array(id).max(50).readonly(),
      bases: baseIdsSchema.readonly().optional(),
      text,
    }),
  }),
  z.strictObject({
    mode: z.literal("inline"),
    name: z.literal("search-passages"),
    input: z.strictObject({
      bases: baseIdsSchema.readonly(),
      text,
      tags: z.array(z.string().max(64)).max(20).readonly(),
      limit: z.int().min(1).max(20),
      skipSmallTalk: z.boolean(),
      layers: z.array(z.enum(SEARCH_LAYERS)).max(2).readonly().optional(),
      only: z
        .strictObject({
          language: z.enum(LOCALES).optional(),
          dataClasses: z.array(z.enum(TOLD_CLASSES)).max(TOLD_CLASSES.length).readonly().optional(),
          sources: z.array(z.string().max(200)).max(20).readonly().optional(),
        })
        .optional(),
    }),
  }),
  z.strictObject({
    mode: z.literal("inline"),
    name: z.literal("query-graph"),
    input: z.strictObject({
      bases: baseIdsSchema.readonly(),
      ask: z.enum(["facts", "entities"]),
      text,
      entityType: name.exactOptional(),
      path: z
        .array(z.union([name, z.strictObject({ relation: name, isBackward: z.literal(true) })]))
        .max(2)
        .readonly(),
      filters: z
        .array(
          z.strictObject({
            attribute: name,
            is: z.enum(GRAPH_COMPARISONS),
            value: text,
          }),
        )
        .max(5)
        .readonly(),
      limit: z.int().min(1).max(50),
    }),
  }),
]);

export const localeSchema = z.enum(LOCALES);
/** Where the talk is said to be; answers of bases may differ by it. */
export const channelSchema = z.string().min(1).max(64).default("web");

/**
 * `learning`: ask again in a moment. `stale`: the saved draft is not what the caller sees; ask again once it is saved, or send
 * the part along. `failed`: it was not learned, and why.
 */
export type MatchAnswer =
  | { readonly type: "matched"; readonly value: Json }
  | { readonly type: "learning" }
  | { readonly type: "stale" }
  | Failed;

type Failed = { readonly type: "failed"; readonly reason: Unlearned };

/** One a process: what was learned for one editor serves all of the workspace. */
const models = createModelStore((bundle) => compileInThread(bundle, "editors"));
const sentParts = createSentParts();

export type MatchQuestion = {
  readonly workspaceId: string;
  readonly botId: string;
  readonly request: InlineRequest;
  readonly locale: Locale;
  readonly channel: string;
  readonly knowledge: Pick<KnowledgeStore, "getFresh">;
  readonly passages: PassageStore;
  readonly meanings: Pick<Meanings, "begin">;
  readonly graphs: GraphStore;
  /** Fingerprint of the part that the caller sees; null takes what is saved. */
  readonly expects: string | null;
  /** The part itself, when it is not saved yet. Sent once, `expects` alone names it. */
  readonly part?: LearnedPart | undefined;
};

/**
 * Answers a call of a draft by what is saved of it, or by what the editor holds when that is newer. A transaction is open only while
 * that is read: what follows may wait for a provider of vectors or for learning, and nobody's connection waits along.
 */
export async function matchDraft(inWorkspace: InWorkspace, question: MatchQuestion): Promise<MatchAnswer> {
  const { workspaceId, botId, request, expects } = question;
  const prepared = await inWorkspace(async (tx): Promise<Prepared> => {
    const { bundle } = await readDraft(tx, { workspaceId, botId });
    if (!isLearned(request)) return prepare(tx, null, question);
    const saved = findPrintedPart(bundle, request);
    const isSaved = expects === null || expects === saved?.print;
    const part = isSaved ? saved?.part : takeSent(question);
    if (part === undefined && !isSaved) return { type: "stale" };
    return prepare(tx, part ?? null, question);
  });
  return answer(prepared, question);
}

function takeSent({ workspaceId, botId, expects, part }: MatchQuestion): LearnedPart | undefined {
  const scope = `${workspaceId}/${botId}`;
  if (part === undefined) return expects === null ? undefined : sentParts.find(scope, expects);
  sentParts.keep(scope, part);
  return part;
}

type Matching = Omit<MatchQuestion, "expects" | "part">;

/** The same on the bundle of a version, or of whatever else `readBundle` finds. */
export async function matchBundle(
  inWorkspace: InWorkspace,
  readBundle: (tx: TransactionSql) => Promise<Bundle>,
  question: Matching,
): Promise<MatchAnswer> {
  const prepared = await inWorkspace(async (tx) => {
    const bundle = await readBundle(tx);
    return prepare(tx, findPrintedPart(bundle, question.request)?.part ?? null, question);
  });
  return answer(prepared, question);
}

const isLearned = ({ name }: InlineRequest) => name === "match-faq" || name === "match-intent";

/** What a transaction has to say to a question; bases have stores of their own. */
type Prepared =
  | { readonly type: "learning" | "stale" | "unknown" }
  | Failed
  | ({ readonly type: "ready" } & Required<Pick<InlineScope, "version" | "words">>);

/** A part that nothing is learned from: what then answers are bases, if any. */
const NO_SETS: LearnedPart = { type: "faq", sets: {} };
const NOTHING_LEARNED = { state: "ready", value: toPartVersion(NO_SETS) } as const;

async function prepare(tx: TransactionSql, part: LearnedPart | null, question: Matching): Promise<Prepared> {
  const { workspaceId, request } = question;
  const bases = listFaqBases(request);
  if (part === null && bases.length === 0 && isLearned(request)) return { type: "unknown" };
  const learning = part === null ? NOTHING_LEARNED : await findVersion(tx, part, question);
  if (learning.state === "failed") return { type: "failed", reason: whyUnlearned(learning.error) };
  if (learning.state === "learning") return { type: "learning" };
  const version = learning.value;
  const words = part === null ? NO_WORDS : await readFreshWords(tx, workspaceId);
  return { type: "ready", version, words };
}

function listFaqBases(request: InlineRequest): readonly string[] {
  return request.name === "match-faq" ? (request.input.bases ?? []) : [];
}

/** Null: a release that an older program made is being learned anew. */
async function findKnowledge({ workspaceId, request, knowledge }: Matching): Promise<Knowledge | null> {
  try {
    return await waitBriefly(knowledge.getFresh({ workspaceId, bases: listFaqBases(request) }));
  } catch (error) {
    if (error instanceof NotLearned && !error.isLoss) return null;
    throw error;
  }
}

/** Releases, documents and facts are asked as they are this moment: who has just edited one wants to see what comes of it. */
async function answer(prepared: Prepared, question: Matching): Promise<MatchAnswer> {
  if (prepared.type === "unknown") return { type: "matched", value: nothing };
  if (prepared.type === "failed") return prepared;
  if (prepared.type !== "ready") return { type: prepared.type };
  const { workspaceId, request, locale, channel, passages, graphs, meanings } = question;
  const asked = { workspaceId, bases: request.name === "match-intent" ? [] : (request.input.bases ?? []) };
  const { version, words } = prepared;
  const knowledge = await findKnowledge(question);
  if (knowledge === null) return { type: "learning" };
  const scope: InlineScope = {
    ...{ version, knowledge, words, locale, channel, at: Date.now() },
    passages: request.name === "search-passages" ? await passages.getFresh(asked) : [],
    graphs: request.name === "query-graph" ? await graphs.getFresh(asked) : [],
  };
  const value = await withMeaning(asked.bases.length === 0 ? null : meanings.begin(workspaceId), (known) =>
    matchPart(request, { ...scope, meanings: known }),
  );
  return { type: "matched", value };
}

const nothing = { outcome: "none", candidates: [], reasons: [] };

async function findVersion(
  tx: TransactionSql,
  part: LearnedPart,
  { workspaceId, botId }: Matching,
): Promise<Learning<LoadedVersion>> {
  if (!models.has(workspaceId, part)) {
    const published = await findPublishedModels(tx, { workspaceId, botId, part });
    if (published !== null) models.put(workspaceId, part, published);
  }
  return models.get(workspaceId, part);
}
