import { randomInt, randomUUIDv7 } from "node:crypto";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { Event, Part } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import type { PassageStore } from "../knowledge/documents/search/passage-store.ts";
import type { AskedMeanings, Meanings } from "../knowledge/embedding/meanings.ts";
import { withMeaning } from "../knowledge/embedding/with-meaning.ts";
import type { GraphStore } from "../knowledge/graph/serve/graph-store.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import { NO_WORDS, type WordGroups } from "../understanding/create-rephraser.ts";
import type { BotStore } from "./bot-store.ts";
import { carryOver, type Standing } from "./carry-over.ts";
import type { MessageRow, TurnRow } from "./commit-statement.ts";
import type { CommitOutcome, TurnCommitter } from "./commit-turns.ts";
import type { ConversationStatus, LiveEvent, TurnAnswer } from "./contract.ts";
import type { ConversationState, ConversationStore } from "./conversation-store.ts";
import { crashPoint } from "./crash-point.ts";
import { type Knowledge, type KnowledgeStore, NO_KNOWLEDGE } from "./knowledge-store.ts";
import type { LoadedVersion, VersionStore } from "./load-version.ts";
import { lastTextOf, toCustomerRows, toPublicMessage } from "./message-rows.ts";
import { runTurn, type TurnResult } from "./run-turn.ts";
import { takeSilentTurn } from "./take-silent-turn.ts";
import type { WordStore } from "./word-store.ts";

/** What the customer said, as it is shown in the talk. */
export type CustomerLine = { readonly clientId: string; readonly parts: readonly Part[] };

export type TurnRequest = {
  readonly state: ConversationState;
  readonly event: UnstampedEvent;
  readonly lines: readonly CustomerLine[];
  /** An event that was not accepted before; it is accepted by this very commit. */
  readonly inbound: TurnRow["inbound"];
  readonly fresh: boolean;
  /** Client ids of accepted events that this turn takes. */
  readonly taken: readonly string[];
  readonly consumedCall: string | null;
};

type Unstamped<Kind> = Kind extends Event ? Omit<Kind, "at" | "seed"> : never;
export type UnstampedEvent = Unstamped<Event>;

export type TurnDeps = {
  readonly versions: VersionStore;
  readonly bots: BotStore;
  readonly knowledge: KnowledgeStore;
  readonly passages: PassageStore;
  readonly meanings: Pick<Meanings, "begin">;
  readonly graphs: GraphStore;
  readonly words: WordStore;
  readonly store: ConversationStore;
  readonly committer: TurnCommitter;
  readonly publish: (conversationId: string, event: LiveEvent) => void;
  readonly now: () => number;
  /** Tells the job queue about calls and timers of a committed turn; may fail, the sweeper finds them too. */
  readonly announce: (state: ConversationState, result: TurnResult) => void;
};

export type TurnOutcome = { readonly outcome: CommitOutcome; readonly answer: TurnAnswer };

const SEED_END = 2 ** 32;

/**
 * Moves a conversation by one event and commits it, all or nothing. The caller holds the conversation's lock.
 * Anything but `written` has changed nothing; after `stale` the copy at hand is forgotten and the caller reads again.
 */
export async function takeTurn(deps: TurnDeps, request: TurnRequest): Promise<TurnOutcome> {
  const startedAt = performance.now();
  const { state } = request;
  if (state.owner !== "bot") return takeSilentTurn(deps, request, state.owner);
  const found = findStanding(deps, request);
  const standing = found instanceof Promise ? await found : found;
  const at = deps.now();
  // The stamp completes the event; TypeScript cannot distribute the spread over the union.
  const event = { ...request.event, at, seed: randomInt(SEED_END) } as Event;
  const known = findKnown(deps, state, standing.version);
  const said = known instanceof Promise ? await known : known;
  const running = withMeaning(beginMeanings(deps, state, standing.version), (meanings) =>
    runTurn({ ...standing, event, ...said, meanings }),
  );
  const result = running instanceof Promise ? await running : running;
  const messages = toMessageRows({ state, result, lines: request.lines, at: new Date(at).toISOString() });
  const next = toNextState({ request, result, messages, standing });
  crashPoint("before-turn-commit");
  const outcome = await deps.committer.commit(
    toTurnRow({ request, result, messages, next, standing, ms: Math.round(performance.now() - startedAt) }),
  );
  if (outcome !== "written") {
    deps.store.forget(state.conversationId);
    return { outcome, answer: { messages: [], status: state.status } };
  }
  crashPoint("after-turn-commit");
  deps.store.remember(next);
  const published = messages.map(toPublicMessage);
  for (const message of published) deps.publish(state.conversationId, { type: "message", message });
  if (next.status !== state.status)
    deps.publish(state.conversationId, { type: "status", status: next.status });
  if (result.ended?.askRating) deps.publish(state.conversationId, { type: "rating-request" });
  if (result.calls.length > 0 || result.timers.length > 0) deps.announce(next, result);
  return {
    outcome,
    answer: { messages: published.filter(({ role }) => role !== "customer"), status: next.status },
  };
}

export function toStatus(session: Session): ConversationStatus {
  if (session.awaiting.type === "ended" && !session.awaiting.keepOpen) return "ended";
  return session.awaiting.type === "call" && session.awaiting.queued ? "working" : "waiting";
}

/** Synchronous while version and bot are at hand, as they are on nearly every turn. */
function findStanding(deps: TurnDeps, { state, event }: TurnRequest): Standing | Promise<Standing> {
  const move = deps.bots.findMove(state.botId, state.versionId);
  const version = deps.versions.get(state.versionId);
  if (move === null && !(version instanceof Promise)) return toPinned(version, state);
  return Promise.all([move, version]).then(([known, loaded]) =>
    known === null
      ? toPinned(loaded, state)
      : carryOver(deps.versions, state, { move: known, event: event.type }),
  );
}

type Known = {
  readonly knowledge: Knowledge;
  readonly passages: readonly LoadedPassages[];
  readonly graphs: readonly LoadedGraph[];
  readonly words: WordGroups;
};

/** What the bases that the flow names say at this moment, and which words count; synchronous while that is at hand. */
function findKnown(
  deps: TurnDeps,
  { workspaceId, botId }: ConversationState,
  { askedBases, searchedBases, graphBases, hasMatchers }: LoadedVersion,
): Known | Promise<Known> {
  const knowledge =
    askedBases.length === 0 ? NO_KNOWLEDGE : deps.knowledge.get({ workspaceId, bases: askedBases });
  const passages = searchedBases.length === 0 ? [] : deps.passages.get({ workspaceId, bases: searchedBases });
  const graphs = graphBases.length === 0 ? [] : deps.graphs.get({ workspaceId, bases: graphBases });
  const words = hasMatchers ? deps.words.get({ workspaceId, botId }) : NO_WORDS;
  if (
    !(knowledge instanceof Promise) &&
    !(passages instanceof Promise) &&
    !(graphs instanceof Promise) &&
    !(words instanceof Promise)
  )
    return { knowledge, passages, graphs, words };
  return Promise.all([knowledge, passages, graphs, words]).then(([said, found, held, counting]) => ({
    ...{ knowledge: said, passages: found, graphs: held, words: counting },
  }));
}

/** Null for a flow that asks no base, and where nobody makes vectors: then nothing of the turn waits. */
function beginMeanings(
  { meanings }: TurnDeps,
  { workspaceId }: ConversationState,
  { bases }: LoadedVersion,
): AskedMeanings | null {
  return bases.length === 0 ? null : meanings.begin(workspaceId);
}

const toPinned = (version: LoadedVersion, { session }: ConversationState): Standing => ({
  version,
  session,
  cancelledTimers: [],
  moved: null,
});

type Outcome = {
  readonly request: TurnRequest;
  readonly result: TurnResult;
  readonly messages: readonly MessageRow[];
  readonly standing: Standing;
};

function toNextState({ request, result, messages, standing }: Outcome): ConversationState {
  const { state, taken } = request;
  return {
    ...state,
    versionId: standing.version.versionId,
    session: result.session,
    status: toStatus(result.session),
    epoch: state.epoch + 1,
    turns: state.turns + 1,
    seq: state.seq + messages.length,
    pending: state.pending - taken.length,
  };
}

type Said = {
  readonly state: ConversationState;
  readonly result: TurnResult;
  readonly lines: readonly CustomerLine[];
  readonly at: string;
};

function toMessageRows({ state, result, lines, at }: Said): MessageRow[] {
  const written = toCustomerRows({ seq: state.seq, lines, at });
  const said = result.said.map(({ origin, nodeId, parts }, i): MessageRow => {
    const idx = written.length + i;
    return {
      ...{ seq: state.seq + idx + 1, id: randomUUIDv7(), idx, role: "bot", origin },
      ...{ client_id: null, node_id: nodeId, parts, at },
    };
  });
  return [...written, ...said];
}

type RowSource = Outcome & {
  readonly next: ConversationState;
  readonly ms: number;
};

function toTurnRow({ request, result, messages, next, standing, ms }: RowSource): TurnRow {
  const { state } = request;
  return {
    conversation: state.conversationId,
    workspace: state.workspaceId,
    bot: state.botId,
    version: standing.moved?.to ?? null,
    epoch: state.epoch,
    number: next.turns,
    fresh: request.fresh,
    session: next.session,
    status: next.status,
    seq: next.seq,
    last_text: lastTextOf(messages),
    resolution: result.ended?.resolution ?? null,
    asks_rating: result.ended?.askRating ?? false,
    inbound: request.inbound,
    taken: request.taken,
    dead_error: null,
    steps: result.steps,
    // Beside the epoch that the commit met (column `epoch`), the one that was read: they differ only where the fence fails.
    replay: {
      ...result.replay,
      epoch: state.epoch,
      ...(standing.moved === null ? {} : { moved: standing.moved }),
    },
    ms,
    messages,
    calls: result.calls.map((call) => ({
      call_id: call.callId,
      node_id: call.nodeId,
      request: call.request,
      timeout_ms: call.timeoutMs,
      retry_max: call.retry.max,
      backoff_ms: call.retry.backoffMs,
    })),
    consumed_call: request.consumedCall,
    timers: result.timers.map(({ timerId, fireAt }) => ({
      timer_id: timerId,
      fire_at: new Date(fireAt).toISOString(),
    })),
    cancelled_timers: [...standing.cancelledTimers, ...result.cancelledTimers],
    metrics: result.metrics,
    contact: result.contact && toContactRow(state.contactId, result.contact),
  };
}

function toContactRow(
  id: string,
  change: NonNullable<TurnResult["contact"]>,
): NonNullable<TurnRow["contact"]> {
  return { id, add_tags: change.addTags, remove_tags: change.removeTags, attributes: change.attributes };
}

/** An event as the log keeps it: with the turn's stamp it is the event again (I5). */
export function toInboundBody(event: UnstampedEvent): JsonObject {
  // Events are JSON by contract (protocol.ts); the type alone does not say so.
  return event as unknown as JsonObject;
}
