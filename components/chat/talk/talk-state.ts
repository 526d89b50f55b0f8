import type { ChatMessage, ConversationStatus, UploadedFile } from "./message.ts";

/**
 * What one talk looks like in one tab. Pure: no clock, no network, no storage.
 *
 * C1. A message shows once: `seq` is its key, whichever way and however often it arrives.
 * C2. `messages` is ordered by `seq`, in whatever order they arrived.
 * C3. What the customer sent shows at once and exactly once: its client id joins the copy in the log.
 * C4. Everything up to `cursor` has been read without a gap; reading goes on from there.
 * C5. Streamed text is a preview: the stored message replaces it.
 */

export type SendFailure = "network" | "too_many" | "too_long" | "ended" | "refused";

export type Outgoing = {
  readonly clientId: string;
  readonly at: string;
  readonly text: string;
  readonly choice: string | null;
  readonly attachments: readonly UploadedFile[];
  readonly delivery: "waiting" | "sending" | "sent" | "failed";
  readonly failure: SendFailure | null;
  /** The first message that came back for it: it is drawn above that one. */
  readonly answeredBy: number | null;
};

export type StreamedText = { readonly key: string; readonly text: string };

export type Rating = { readonly value: "up" | "down"; readonly reason: string | null };

export type OpenFailure = "network" | "unknown_bot" | "identity_required" | "unavailable" | "too_many";

export type Phase =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly conversationId: string }
  | { readonly kind: "failed"; readonly reason: OpenFailure };

export type TalkState = {
  readonly phase: Phase;
  readonly status: ConversationStatus;
  readonly messages: readonly ChatMessage[];
  readonly cursor: number;
  /** The last message that the reader has had before their eyes. */
  readonly readSeq: number;
  readonly outbox: readonly Outgoing[];
  readonly streams: readonly StreamedText[];
  readonly typing: "bot" | "agent" | null;
  readonly queue: { readonly position: number; readonly etaSeconds: number | null } | null;
  readonly link: "connecting" | "live" | "lost";
  readonly ratings: { readonly [messageId: string]: Rating };
  readonly talkRating: "none" | "asked" | "given";
};

export type TalkEvent =
  | {
      readonly type: "talk-opened";
      readonly conversationId: string;
      readonly messages: readonly ChatMessage[];
      readonly status: ConversationStatus;
      readonly outbox: readonly Outgoing[];
      readonly ratings: TalkState["ratings"];
      readonly talkRating: TalkState["talkRating"];
      readonly readSeq: number;
    }
  | { readonly type: "opening-failed"; readonly reason: OpenFailure }
  | { readonly type: "talk-left" }
  | {
      readonly type: "page-loaded";
      readonly after: number;
      readonly messages: readonly ChatMessage[];
      readonly status: ConversationStatus;
      readonly ratingRequested: boolean;
    }
  | { readonly type: "message-arrived"; readonly message: ChatMessage }
  | { readonly type: "text-streamed"; readonly key: string; readonly text: string }
  | { readonly type: "typing-seen"; readonly by: "bot" | "agent" }
  | { readonly type: "typing-stopped" }
  | { readonly type: "status-changed"; readonly status: ConversationStatus }
  | { readonly type: "queue-moved"; readonly position: number; readonly etaSeconds: number | null }
  | { readonly type: "rating-requested" }
  | { readonly type: "talk-rated" }
  | { readonly type: "messages-read"; readonly seq: number }
  | { readonly type: "message-rated"; readonly messageId: string; readonly rating: Rating }
  | { readonly type: "link-changed"; readonly link: TalkState["link"] }
  | { readonly type: "send-asked"; readonly outgoing: Outgoing }
  | { readonly type: "send-begun"; readonly clientId: string }
  | {
      readonly type: "send-answered";
      readonly clientId: string;
      readonly messages: readonly ChatMessage[];
      readonly status: ConversationStatus;
    }
  | { readonly type: "send-failed"; readonly clientId: string; readonly failure: SendFailure }
  | { readonly type: "send-retried"; readonly clientId: string }
  | { readonly type: "send-discarded"; readonly clientId: string };

export const emptyTalk: TalkState = {
  phase: { kind: "opening" },
  status: "waiting",
  messages: [],
  cursor: 0,
  readSeq: 0,
  outbox: [],
  streams: [],
  typing: null,
  queue: null,
  link: "connecting",
  ratings: {},
  talkRating: "none",
};

type Handlers = {
  readonly [Type in TalkEvent["type"]]: (
    state: TalkState,
    event: Extract<TalkEvent, { readonly type: Type }>,
  ) => TalkState;
};

const handlers: Handlers = {
  "talk-opened": (_state, { type: _type, conversationId, messages, status, outbox, ...kept }) => {
    const opened = { ...emptyTalk, ...kept, outbox, phase: { kind: "open" as const, conversationId } };
    return withStatus(withPage(opened, 0, messages), status);
  },
  "opening-failed": (_state, { reason }) => ({ ...emptyTalk, phase: { kind: "failed", reason } }),
  "talk-left": () => emptyTalk,
  "page-loaded": (state, { after, messages, status, ratingRequested }) => {
    const read = withStatus(withPage(state, after, messages), status);
    return ratingRequested ? withRatingAsked(read) : read;
  },
  "message-arrived": (state, { message }) => withMessages(state, [message]),
  "text-streamed": withStream,
  "typing-seen": (state, { by }) => {
    // While a person owns the talk the bot says nothing (I8): its dots would be a lie.
    const isBelieved = by === "agent" ? state.status === "human" : state.status === "working";
    return isBelieved ? { ...state, typing: by } : state;
  },
  "typing-stopped": (state) => ({ ...state, typing: null }),
  "status-changed": (state, { status }) => withStatus(state, status),
  "queue-moved": (state, { position, etaSeconds }) => ({ ...state, queue: { position, etaSeconds } }),
  "rating-requested": withRatingAsked,
  "messages-read": (state, { seq }) => (seq > state.readSeq ? { ...state, readSeq: seq } : state),
  "talk-rated": (state) => ({ ...state, talkRating: "given" }),
  "message-rated": (state, { messageId, rating }) => ({
    ...state,
    ratings: { ...state.ratings, [messageId]: rating },
  }),
  "link-changed": (state, { link }) => {
    if (state.link === link) return state;
    // Pieces that were streamed while nobody listened are gone: half a sentence must not stay on the page.
    return { ...state, link, streams: link === "live" ? state.streams : [] };
  },
  "send-asked": (state, { outgoing }) =>
    hasClientId(state, outgoing.clientId) ? state : { ...state, outbox: [...state.outbox, outgoing] },
  "send-begun": (state, { clientId }) => patch(state, clientId, { delivery: "sending", failure: null }),
  "send-answered": (state, { clientId, messages, status }) => {
    const first = messages.find((message) => message.clientId !== clientId);
    const sent = patch(state, clientId, { delivery: "sent", failure: null, answeredBy: first?.seq ?? null });
    return withStatus(withMessages(sent, messages), status);
  },
  "send-failed": (state, { clientId, failure }) => patch(state, clientId, { delivery: "failed", failure }),
  "send-retried": (state, { clientId }) => patch(state, clientId, { delivery: "waiting", failure: null }),
  "send-discarded": (state, { clientId }) => ({
    ...state,
    outbox: state.outbox.filter((outgoing) => outgoing.clientId !== clientId),
  }),
};

/** Moves the view of a talk on by what happened. */
export function reduceTalk(state: TalkState, event: TalkEvent): TalkState {
  // The handler is looked up by the event's own type, which TypeScript cannot see through a mapped lookup.
  const handle = handlers[event.type] as (state: TalkState, event: TalkEvent) => TalkState;
  return handle(state, event);
}

/** How many messages of the other side wait to be read. */
export function countUnread({ messages, readSeq }: TalkState): number {
  return messages.filter((message) => message.seq > readSeq && isFromThem(message)).length;
}

export function isFromThem({ role }: ChatMessage): boolean {
  return role === "bot" || role === "agent";
}

/** True when a message is known to be missing: something later than the cursor has arrived. */
export function hasGap(state: TalkState): boolean {
  const last = state.messages.at(-1);
  return last !== undefined && last.seq > state.cursor;
}

function withPage(state: TalkState, after: number, page: readonly ChatMessage[]): TalkState {
  const last = page.at(-1);
  // A page is complete from `after` on, even where older messages were deleted.
  const isJoined = last !== undefined && after <= state.cursor && last.seq > state.cursor;
  return withMessages(isJoined ? { ...state, cursor: last.seq } : state, page);
}

function withMessages(state: TalkState, arrived: readonly ChatMessage[]): TalkState {
  const known = new Set(state.messages.map((message) => message.seq));
  const fresh: ChatMessage[] = [];
  for (const message of arrived) {
    if (known.has(message.seq)) continue;
    known.add(message.seq);
    fresh.push(message);
  }
  if (fresh.length === 0) return state;
  const messages = [...state.messages, ...fresh].sort((left, right) => left.seq - right.seq);
  const hasAnswer = fresh.some((message) => message.role !== "customer");
  const arrivedIds = new Set(fresh.map((message) => message.clientId));
  return {
    ...state,
    messages,
    cursor: advanceCursor(state.cursor, known),
    outbox: state.outbox.filter((outgoing) => !arrivedIds.has(outgoing.clientId)),
    streams: hasAnswer ? [] : state.streams,
    typing: hasAnswer ? null : state.typing,
  };
}

function advanceCursor(cursor: number, known: ReadonlySet<number>): number {
  let next = cursor;
  while (known.has(next + 1)) next += 1;
  return next;
}

function withStatus(state: TalkState, status: ConversationStatus): TalkState {
  const isRunning = status === "working";
  return {
    ...state,
    status,
    streams: isRunning ? state.streams : [],
    typing: isRunning || status === "human" ? state.typing : null,
    queue: status === "queued" ? state.queue : null,
  };
}

function withRatingAsked(state: TalkState): TalkState {
  return state.talkRating === "none" ? { ...state, talkRating: "asked" } : state;
}

function withStream(
  state: TalkState,
  { key, text }: Extract<TalkEvent, { readonly type: "text-streamed" }>,
): TalkState {
  // Pieces that come after their stored message would show it a second time.
  const isExpected =
    state.status === "working" || state.outbox.some(({ delivery }) => delivery === "sending");
  if (!isExpected) return state;
  const isKnown = state.streams.some((stream) => stream.key === key);
  const streams = isKnown
    ? state.streams.map((stream) => (stream.key === key ? { key, text: stream.text + text } : stream))
    : [...state.streams, { key, text }];
  return { ...state, streams };
}

function hasClientId(state: TalkState, clientId: string): boolean {
  return (
    state.outbox.some((outgoing) => outgoing.clientId === clientId) ||
    state.messages.some((message) => message.clientId === clientId)
  );
}

function patch(state: TalkState, clientId: string, change: Partial<Outgoing>): TalkState {
  return {
    ...state,
    outbox: state.outbox.map((outgoing) =>
      outgoing.clientId === clientId ? { ...outgoing, ...change } : outgoing,
    ),
  };
}
