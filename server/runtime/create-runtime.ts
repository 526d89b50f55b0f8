import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { NodeRegistry } from "../../flows/kernel/registry.ts";
import { createPassageStore, type PassageStore } from "../knowledge/documents/search/passage-store.ts";
import type { Meanings } from "../knowledge/embedding/meanings.ts";
import { createGraphStore, type GraphStore } from "../knowledge/graph/serve/graph-store.ts";
import { createTopicBus } from "../live/topic-bus.ts";
import type { Logger } from "../log.ts";
import { acceptDueTimers } from "./accept-inbound.ts";
import { authorize } from "./authorize.ts";
import { type BotStore, createBotStore } from "./bot-store.ts";
import { createTurnCommitter } from "./commit-turns.ts";
import type { ConversationRef, ConversationStatus, LiveEvent, QueuedTask, Runtime } from "./contract.ts";
import { createConversationStore } from "./conversation-store.ts";
import { deliverResult } from "./deliver-result.ts";
import { drainPending } from "./drain-pending.ts";
import { endConversation } from "./end-conversation.ts";
import { createKeyedLock } from "./keyed-lock.ts";
import { createKnowledgeStore, type KnowledgeStore } from "./knowledge-store.ts";
import { NotLearned } from "./learn-anew.ts";
import type { LiveRelay } from "./live-bus.ts";
import { createVersionStore } from "./load-version.ts";
import { performCall } from "./perform-call.ts";
import { readMessages } from "./read-messages.ts";
import { receiveMessage } from "./receive-message.ts";
import type { TurnResult } from "./run-turn.ts";
import { startConversation } from "./start-conversation.ts";
import type { TurnDeps } from "./take-turn.ts";
import { withoutWaitingLong } from "./without-waiting-long.ts";
import { createWordStore } from "./word-store.ts";
import { startWorkLoop } from "./work-loop.ts";

/** A job that wakes the runtime for work that the database knows of already. It may be lost or come twice. */
export type WakeJob =
  | { readonly name: "perform-call"; readonly conversationId: string; readonly callId: string }
  | { readonly name: "fire-timer"; readonly conversationId: string; readonly timerId: string };

export type RuntimeDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  readonly registry: NodeRegistry;
  readonly tasks: readonly QueuedTask[];
  readonly now?: () => number;
  /** What texts mean beyond their words; absent: words alone. */
  readonly meanings?: Pick<Meanings, "begin">;
  /** Adds a job to the queue; a failure is only a delay. */
  readonly wake?: (job: WakeJob, options: { readonly delayMs: number }) => Promise<void>;
};

const NO_MEANINGS: Pick<Meanings, "begin"> = { begin: () => null };

type Deliver = (conversationId: string, event: LiveEvent) => void;

/** What the process that hosts the runtime needs beyond its public face. */
export type RuntimeHost = Runtime & {
  readonly bots: BotStore;
  readonly knowledge: KnowledgeStore;
  readonly passages: PassageStore;
  readonly graphs: GraphStore;
  /** Handles one job of the queue. */
  handleJob(job: WakeJob): Promise<void>;
  /** Makes the live versions ready before the first customer asks for them. */
  warmUp(): Promise<void>;
  /** Starts sweeping; web-only processes leave that to the workers. */
  startWork(): void;
  /** Tells other processes what happens here, and hears them. */
  connectRelay(create: (deliver: Deliver) => LiveRelay | Promise<LiveRelay>): Promise<void>;
};

const HISTORY_PAGE_MAX = 200;

/** The one loop: claim, load, advance, perform, commit. Knows no channel and no HTTP. */
export function createRuntime(deps: RuntimeDeps): RuntimeHost {
  const engine = createEngine(deps);
  const { sql, log, turns, lock, bots, bus, stopping, drain } = engine;
  let relay: LiveRelay | null = null;
  let loop: ReturnType<typeof startWorkLoop> | null = null;

  return {
    bots,
    knowledge: turns.knowledge,
    passages: turns.passages,
    graphs: turns.graphs,
    startConversation: (input) => startConversation({ ...turns, sql }, input),
    authorize: (conversationId, token) => authorize(turns.store, conversationId, token),
    receiveMessage: (ref, input) =>
      lock.run(ref.conversationId, () =>
        receiveMessage({ ...engine.briefTurns, sql, log, drain, drainLater: engine.drainLater }, ref, input),
      ),
    listMessages: async (ref, { after, limit }) => {
      const size = Math.min(limit, HISTORY_PAGE_MAX);
      const [messages, standing] = await Promise.all([
        readMessages(sql, ref.conversationId, { after, limit: size + 1 }),
        readStanding(sql, ref),
      ]);
      return { messages: messages.slice(0, size), ...standing, hasMore: messages.length > size };
    },
    endConversation: (ref, resolution) =>
      lock.run(ref.conversationId, () => endConversation(turns, ref, resolution)),
    subscribe: bus.subscribe,
    publishLive: bus.publish,
    handleJob: async (job) => {
      if (job.name === "perform-call") await engine.perform(job.conversationId, job.callId);
      else await fireTimers(sql, engine.lockedDrain);
    },
    warmUp: () => warmUpLiveVersions(sql, log, turns),
    startWork: () => {
      loop ??= startWorkLoop({
        sql,
        log,
        drain: engine.lockedDrain,
        perform: engine.perform,
        deliver: engine.deliver,
      });
    },
    connectRelay: async (create) => {
      relay = await create(bus.deliver);
      bus.setRelay(relay);
    },
    drain: async (timeoutMs) => {
      stopping.abort();
      const quiet = Promise.all([loop?.stop(), ...engine.running, turns.committer.idle()]);
      await Promise.race([
        quiet.catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, timeoutMs).unref()),
      ]);
      await relay?.close();
    },
  };
}

/** The moving parts that every call of the runtime shares. */
function createEngine(deps: RuntimeDeps) {
  const { sql, log } = deps;
  const now = deps.now ?? Date.now;
  const owner = randomUUID();
  const bus = createTopicBus<LiveEvent>();
  const lock = createKeyedLock();
  const stopping = new AbortController();
  const tasks = new Map(deps.tasks.map((task) => [task.name, task]));
  const bots = createBotStore(sql, now);
  const knowledge = createKnowledgeStore(sql, now);
  const turns: TurnDeps = {
    bots,
    knowledge,
    passages: createPassageStore({ sql, log }),
    meanings: deps.meanings ?? NO_MEANINGS,
    graphs: createGraphStore({ sql, log }),
    words: createWordStore(sql, bots),
    versions: createVersionStore({ sql, registry: deps.registry }),
    store: createConversationStore(sql),
    committer: createTurnCommitter(sql),
    publish: bus.publish,
    now,
    announce: (state, result) => announceWork(deps, state.conversationId, result),
  };
  const briefTurns = withoutWaitingLong(turns);
  const drainDeps = { ...briefTurns, sql, log, owner, isDraining: () => stopping.signal.aborted };
  const drain = (conversationId: string) => drainPending(drainDeps, conversationId);
  const deliver = (conversationId: string, callId: string) =>
    lock.run(conversationId, async () => {
      await deliverResult({ ...briefTurns, sql, log }, conversationId, callId);
      await drain(conversationId);
    });
  const running = new Set<Promise<unknown>>();
  const perform = async (conversationId: string, callId: string): Promise<void> => {
    const performDeps = { sql, log, owner, tasks, publish: bus.publish, stop: stopping.signal };
    const work = performCall(performDeps, conversationId, callId);
    running.add(work);
    const isStored = await work.finally(() => running.delete(work));
    if (isStored) await deliver(conversationId, callId);
  };
  const lockedDrain = (conversationId: string) => lock.run(conversationId, () => drain(conversationId));
  const drainLater = (conversationId: string, waitMs: number): void => {
    const wait = waitMs + WAKE_MARGIN_MS;
    setTimeout(
      () => lockedDrain(conversationId).catch((error) => log.warn({ err: error }, "a burst was not taken")),
      wait,
    ).unref();
  };
  return {
    ...{
      sql,
      log,
      bots,
      turns,
      briefTurns,
      lock,
      bus,
      stopping,
      running,
      drain,
      deliver,
      perform,
      lockedDrain,
      drainLater,
    },
  };
}

/** The database's clock decides when a burst is over; waking a little later saves a vain claim. */
const WAKE_MARGIN_MS = 20;

const TIMERS_MAX = 50;

function announceWork(deps: RuntimeDeps, conversationId: string, result: TurnResult): void {
  const { wake, log } = deps;
  if (!wake) return;
  const now = deps.now ?? Date.now;
  const jobs: (readonly [WakeJob, number])[] = [
    ...result.calls.map(({ callId }) => [{ name: "perform-call", conversationId, callId }, 0] as const),
    ...result.timers.map(
      ({ timerId, fireAt }) =>
        [{ name: "fire-timer", conversationId, timerId }, Math.max(0, fireAt - now())] as const,
    ),
  ];
  for (const [job, delayMs] of jobs) {
    wake(job, { delayMs }).catch((error) =>
      log.warn({ err: error, job: job.name }, "the queue did not take a job; the sweep will find the work"),
    );
  }
}

/** More than these are made ready when somebody talks to them. */
const WARM_MAX = 20;

async function warmUpLiveVersions(
  sql: Sql,
  log: Logger,
  { versions, knowledge, passages, graphs }: Pick<TurnDeps, "versions" | "knowledge" | "passages" | "graphs">,
): Promise<void> {
  const bots = await sql<{ versionId: string; workspaceId: string }[]>`
    select distinct live_version_id as "versionId", workspace_id as "workspaceId" from bot
    where live_version_id is not null and not is_paused and deleted_at is null limit ${WARM_MAX}`;
  for (const { versionId, workspaceId } of bots) {
    try {
      const version = await versions.get(versionId);
      version.warmUp();
      await knowledge.get({ workspaceId, bases: version.askedBases });
      await passages.get({ workspaceId, bases: version.searchedBases });
      await graphs.get({ workspaceId, bases: version.graphBases });
    } catch (error) {
      // The other bots must be served all the same.
      if (!(error instanceof NotLearned)) throw error;
      log.warn(
        { err: error, versionId },
        "a bot could not be learned anew; it is tried again when a customer comes",
      );
    }
  }
}

async function fireTimers(sql: Sql, drain: (conversationId: string) => Promise<void>): Promise<void> {
  const conversations = await acceptDueTimers(sql, TIMERS_MAX);
  await Promise.all(conversations.map(drain));
}

type Standing = { readonly status: ConversationStatus; readonly ratingRequested: boolean };

async function readStanding(sql: Sql, { conversationId }: ConversationRef): Promise<Standing> {
  const [row] = await sql<Standing[]>`
    select status, rating_asked_at is not null and not exists (
      select from rating where conversation_id = conversation.id and message_id is null) as "ratingRequested"
    from conversation where id = ${conversationId}`;
  return row ?? { status: "ended", ratingRequested: false };
}
