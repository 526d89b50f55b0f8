import type { TransactionSql } from "postgres";
import { z } from "zod";
import { type Bundle, baseIdsSchema } from "../../flows/kernel/flow.ts";
import type { Json } from "../../flows/kernel/json.ts";
import type { InlineCalls, InlineRequest } from "../../flows/kernel/protocol.ts";
import { LOCALES, type Locale } from "../../flows/kernel/text.ts";
import { GRAPH_COMPARISONS } from "../../flows/knowledge/graph-filter.ts";
import { SEARCH_LAYERS } from "../../flows/knowledge/search-layer.ts";
import { findPrintedPart } from "../../flows/preview/find-printed-part.ts";
import type { LearnedPart } from "../../flows/preview/learned-part.ts";
import { inlinePerformers } from "../effects/perform-inline.ts";
import type { PassageStore } from "../knowledge/documents/search/passage-store.ts";
import type { Meanings } from "../knowledge/embedding/meanings.ts";
import { withMeaning } from "../knowledge/embedding/with-meaning.ts";
import type { GraphStore } from "../knowledge/graph/serve/graph-store.ts";
import { queryGraph } from "../knowledge/graph/serve/query-graph.ts";
import { compileInThread } from "../releases/compile-in-thread.ts";
import { NO_KNOWLEDGE, readKnowledge } from "../runtime/knowledge-store.ts";
import type { LoadedVersion } from "../runtime/load-version.ts";
import { readDraft } from "./draft-reader.ts";
import { findPublishedModels } from "./find-published-models.ts";
import { matchPart } from "./match-part.ts";
import { createModelStore, toPartVersion } from "./model-store.ts";

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
 * the part along.
 */
export type MatchAnswer =
  | { readonly type: "matched"; readonly value: Json }
  | { readonly type: "learning" }
  | { readonly type: "stale" };

/** One a process: what was learned for one editor serves all of the workspace. */
const models = createModelStore(compileInThread);

export type MatchQuestion = {
  readonly workspaceId: string;
  readonly botId: string;
  readonly request: InlineRequest;
  readonly locale: Locale;
  readonly channel: string;
  readonly passages: PassageStore;
  readonly meanings: Pick<Meanings, "begin">;
  readonly graphs: GraphStore;
  /** Fingerprint of the part that the caller sees; null takes what is saved. */
  readonly expects: string | null;
  /** The part itself, when it is not saved yet. */
  readonly part?: LearnedPart | undefined;
};

/** Answers a call of a draft by what is saved of it, or by what the editor holds when that is newer. */
export async function matchDraft(tx: TransactionSql, question: MatchQuestion): Promise<MatchAnswer> {
  const { workspaceId, botId, request, expects } = question;
  const { bundle } = await readDraft(tx, { workspaceId, botId });
  if (request.name === "search-passages") return search(request.input, question);
  if (request.name === "query-graph") return query(request.input, question);
  const saved = findPrintedPart(bundle, request);
  const isSaved = expects === null || expects === saved?.print;
  const part = isSaved ? saved?.part : question.part;
  if (part === undefined && !isSaved) return { type: "stale" };
  return answer(tx, part ?? null, question);
}

/** The same on the bundle of a version. */
export function matchBundle(
  tx: TransactionSql,
  bundle: Bundle,
  question: Omit<MatchQuestion, "expects" | "part">,
): Promise<MatchAnswer> {
  const { request } = question;
  if (request.name === "search-passages") return search(request.input, question);
  if (request.name === "query-graph") return query(request.input, question);
  return answer(tx, findPrintedPart(bundle, request)?.part ?? null, question);
}

/** Documents are searched as they are this moment: who has just edited one wants to see what comes of it. */
async function search(
  input: InlineCalls["search-passages"]["input"],
  { workspaceId, passages, meanings, locale, channel }: Matching,
): Promise<MatchAnswer> {
  const found = await passages.getFresh({ workspaceId, bases: input.bases });
  const version = toPartVersion(NO_SETS);
  const known = { passages: found, graphs: [], knowledge: NO_KNOWLEDGE };
  const scope = { version, locale, channel, ...known, at: Date.now() };
  const value = await withMeaning(meanings.begin(workspaceId), (asked) =>
    inlinePerformers["search-passages"](input, { ...scope, meanings: asked }),
  );
  return { type: "matched", value };
}

/** The same for facts. */
async function query(
  input: InlineCalls["query-graph"]["input"],
  { workspaceId, graphs }: Matching,
): Promise<MatchAnswer> {
  const found = await graphs.getFresh({ workspaceId, bases: input.bases });
  return { type: "matched", value: queryGraph(found, input, Date.now()) };
}

/** A part that nothing is learned from: what then answers are bases, if any. */
const NO_SETS: LearnedPart = { type: "faq", sets: {} };

type Matching = Omit<MatchQuestion, "expects" | "part">;

async function answer(
  tx: TransactionSql,
  part: LearnedPart | null,
  question: Matching,
): Promise<MatchAnswer> {
  const { workspaceId, request, locale, channel } = question;
  const bases = request.name === "match-faq" ? (request.input.bases ?? []) : [];
  if (part === null && bases.length === 0) return { type: "matched", value: nothing };
  const version = part === null ? toPartVersion(NO_SETS) : await findVersion(tx, part, question);
  if (version === null) return { type: "learning" };
  const knowledge = await readKnowledge(tx, { workspaceId, bases });
  const scope = { version, knowledge, locale, channel, passages: [], graphs: [], at: Date.now() };
  const value = await withMeaning(
    bases.length === 0 ? null : question.meanings.begin(workspaceId),
    (meanings) => matchPart(request, { ...scope, meanings }),
  );
  return { type: "matched", value };
}

const nothing = { outcome: "none", candidates: [], reasons: [] };

async function findVersion(
  tx: TransactionSql,
  part: LearnedPart,
  { workspaceId, botId }: Matching,
): Promise<LoadedVersion | null> {
  if (!models.has(workspaceId, part)) {
    const published = await findPublishedModels(tx, { workspaceId, botId, part });
    if (published !== null) models.put(workspaceId, part, published);
  }
  return models.get(workspaceId, part);
}
