import type { ServerResponse } from "node:http";
import type { ConversationRef, LiveEvent, Runtime } from "../../runtime/contract.ts";
import { toFrame } from "./to-frame.ts";

/**
 * All live streams of this process.
 *
 * S1. A stream shows every message with a greater sequence number than its reader named, in order, none twice: live events are
 *     taken only when they are the very next one, everything else is read from the database.
 * S2. A reader that does not read is cut off once its buffer passes BUFFER_MAX_BYTES; it comes back and goes on where it was.
 * S3. An idle stream costs a socket and a few small objects: no timer and no subscription of its own.
 * S4. A closed stream touches nothing but this hub: the turn that it watched goes on (I9).
 */

const BUFFER_MAX_BYTES = 256 * 1024;
/** While catching up the reader may be given as much ahead; then it is waited for. */
const AHEAD_MAX_BYTES = 64 * 1024;
/** Proxies cut silent connections, mostly after 60 s. */
const HEARTBEAT_SECONDS = 20;
const RETRY_MS = 2_000;
const PAGE_SIZE = 100;
/** Clients of a server that shuts down come back spread over this time. */
const RETURN_WITHIN_MS = 2_000;

type Stream = {
  readonly ref: ConversationRef;
  readonly response: ServerResponse;
  readonly addressKey: string;
  readonly slot: number;
  /** The last message that was written. */
  seq: number;
  isCatchingUp: boolean;
  /** A message was announced while the stream was catching up: read once more. */
  isBehind: boolean;
  isClosed: boolean;
};

type Topic = { readonly streams: Set<Stream>; stop(): void };

export type StreamLimits = { readonly perConversation: number; readonly perAddress: number };

export type StreamHubDeps = {
  readonly runtime: Pick<Runtime, "subscribe" | "listMessages">;
  /** Sequence numbers of the last messages of these conversations. */
  listSeqs(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  readonly limits: StreamLimits;
};

export type StreamHub = {
  hasRoom(conversationId: string, addressKey: string): boolean;
  /** Sends everything after `after` and then what happens. The response must not have been used yet. */
  open(stream: {
    readonly ref: ConversationRef;
    readonly response: ServerResponse;
    readonly addressKey: string;
    readonly after: number;
    readonly headers: Readonly<Record<string, string>>;
  }): void;
  count(): number;
  /** Tells every reader to come back soon and ends its stream. */
  close(): void;
};

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
};

export function createStreamHub(deps: StreamHubDeps): StreamHub {
  const topics = new Map<string, Topic>();
  const perAddress = new Map<string, number>();
  // One second's share of the heartbeats each: ten thousand writes at once would block everybody else.
  const slots: readonly Set<Stream>[] = Array.from({ length: HEARTBEAT_SECONDS }, () => new Set<Stream>());
  let opened = 0;
  let size = 0;

  const beat = startHeartbeat(slots, (streams) => void findBehind(deps, streams));

  const remove = (stream: Stream): void => {
    if (stream.isClosed) return;
    stream.isClosed = true;
    size--;
    slots[stream.slot]?.delete(stream);
    const left = (perAddress.get(stream.addressKey) ?? 1) - 1;
    if (left > 0) perAddress.set(stream.addressKey, left);
    else perAddress.delete(stream.addressKey);
    const topic = topics.get(stream.ref.conversationId);
    topic?.streams.delete(stream);
    if (topic?.streams.size !== 0) return;
    topic.stop();
    topics.delete(stream.ref.conversationId);
  };

  const join = (stream: Stream): void => {
    const { conversationId } = stream.ref;
    let topic = topics.get(conversationId);
    if (!topic) {
      const streams = new Set<Stream>();
      topic = {
        streams,
        stop: deps.runtime.subscribe(conversationId, (event) => publish(deps, streams, event)),
      };
      topics.set(conversationId, topic);
    }
    topic.streams.add(stream);
    slots[stream.slot]?.add(stream);
    perAddress.set(stream.addressKey, (perAddress.get(stream.addressKey) ?? 0) + 1);
    size++;
  };

  return {
    hasRoom: (conversationId, addressKey) =>
      (topics.get(conversationId)?.streams.size ?? 0) < deps.limits.perConversation &&
      (perAddress.get(addressKey) ?? 0) < deps.limits.perAddress,
    open: ({ ref, response, addressKey, after, headers }) => {
      const slot = opened++ % HEARTBEAT_SECONDS;
      const state = { isCatchingUp: false, isBehind: false, isClosed: false };
      const stream: Stream = { ref, response, addressKey, slot, seq: after, ...state };
      join(stream);
      response.on("close", () => remove(stream));
      response.writeHead(200, { ...HEADERS, ...headers });
      write(stream, `retry: ${RETRY_MS}\n\n`);
      void catchUp(deps, stream);
    },
    count: () => size,
    close: () => {
      clearInterval(beat);
      for (const slot of slots) for (const { response } of slot) dismiss(response);
    },
  };
}

/** One timer for all streams; each second the next slot is due. */
function startHeartbeat(
  slots: readonly ReadonlySet<Stream>[],
  onBeat: (streams: readonly Stream[]) => void,
): NodeJS.Timeout {
  let second = 0;
  const timer = setInterval(() => {
    second = (second + 1) % slots.length;
    const slot = slots[second];
    if (!slot || slot.size === 0) return;
    for (const stream of slot) write(stream, ":\n\n");
    onBeat([...slot]);
  }, 1_000);
  return timer.unref();
}

function publish(deps: StreamHubDeps, streams: ReadonlySet<Stream>, event: LiveEvent): void {
  // The customer knows that it is typing.
  if (event.type === "typing" && event.by === "customer") return;
  let frame: string | null = null;
  for (const stream of streams) {
    if (event.type === "message") {
      if (event.message.seq <= stream.seq) continue;
      if (stream.isCatchingUp || event.message.seq > stream.seq + 1) {
        stream.isBehind = true;
        void catchUp(deps, stream);
        continue;
      }
      stream.seq = event.message.seq;
    } else if (stream.isCatchingUp) continue;
    frame ??= toFrame(event);
    write(stream, frame);
  }
}

/** Reads from the database until nothing is missing, then says where the conversation stands (S1). */
async function catchUp(deps: StreamHubDeps, stream: Stream): Promise<void> {
  if (stream.isCatchingUp) return;
  stream.isCatchingUp = true;
  try {
    for (let isMore = true; isMore && !stream.isClosed; ) {
      stream.isBehind = false;
      const page = await deps.runtime.listMessages(stream.ref, { after: stream.seq, limit: PAGE_SIZE });
      for (const message of page.messages) {
        stream.seq = message.seq;
        stream.response.write(toFrame({ type: "message", message }));
      }
      if (stream.response.writableLength > AHEAD_MAX_BYTES) await waitForReader(stream);
      isMore = page.hasMore || stream.isBehind;
      if (!isMore) write(stream, toFrame({ type: "status", status: page.status }));
    }
  } catch {
    // The database is away: the reader comes back, and finds it again or is told so.
    stream.response.destroy();
  } finally {
    stream.isCatchingUp = false;
  }
}

function waitForReader({ response }: Stream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

/** Live events between processes may be lost; whoever missed one learns of it with the next heartbeat. */
async function findBehind(deps: StreamHubDeps, streams: readonly Stream[]): Promise<void> {
  try {
    const seqs = await deps.listSeqs([...new Set(streams.map(({ ref }) => ref.conversationId))]);
    for (const stream of streams)
      if (!stream.isClosed && (seqs.get(stream.ref.conversationId) ?? 0) > stream.seq)
        void catchUp(deps, stream);
  } catch {
    // Asked again in twenty seconds.
  }
}

function dismiss(response: ServerResponse): void {
  const retryMs = 500 + Math.floor(Math.random() * RETURN_WITHIN_MS);
  // Kept alive, the idle connection would hold up the shutdown for over a minute.
  response.end(`retry: ${retryMs}\n\n`, () => response.socket?.destroySoon());
}

/** Writes unless the reader has stopped reading; then it is cut off (S2). */
function write({ response }: Stream, frame: string): void {
  if (response.destroyed || response.writableEnded) return;
  if (response.writableLength > BUFFER_MAX_BYTES) response.destroy();
  else response.write(frame);
}
