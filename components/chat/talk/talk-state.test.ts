import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChatMessage } from "./message.ts";
import {
  countUnread,
  emptyTalk,
  hasGap,
  type Outgoing,
  reduceTalk,
  type TalkEvent,
  type TalkState,
} from "./talk-state.ts";

function message(seq: number, change: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${seq}`,
    clientId: null,
    seq,
    role: "bot",
    at: new Date(Date.UTC(2026, 0, 1, 9, 0, seq)).toISOString(),
    parts: [{ type: "text", text: `第 ${seq} 条` }],
    author: null,
    origin: "flow",
    ...change,
  };
}

function outgoing(clientId: string, change: Partial<Outgoing> = {}): Outgoing {
  return {
    clientId,
    at: "2026-01-01T09:00:00.000Z",
    text: "怎么退货",
    choice: null,
    attachments: [],
    delivery: "waiting",
    failure: null,
    answeredBy: null,
    ...change,
  };
}

const WAITING = { status: "waiting", ratingRequested: false } as const;

function played(events: readonly TalkEvent[], from: TalkState = emptyTalk): TalkState {
  return events.reduce(reduceTalk, from);
}

function opened(messages: readonly ChatMessage[], change: Partial<TalkState> = {}): TalkState {
  const state = played([
    {
      type: "talk-opened",
      conversationId: "c1",
      messages,
      status: "waiting",
      outbox: [],
      ratings: {},
      talkRating: "none",
      readSeq: 0,
    },
  ]);
  return { ...state, ...change };
}

/** A log of n messages in which every third is the customer's. */
function log(length: number): readonly ChatMessage[] {
  return Array.from({ length }, (_, index) =>
    index % 3 === 2
      ? message(index + 1, { role: "customer", clientId: `client-${index + 1}` })
      : message(index + 1),
  );
}

describe("messages", () => {
  test("C1 C2: any mix of repeated and reordered deliveries ends as the log itself", () => {
    const deliveries = fc.integer({ min: 1, max: 30 }).chain((length) =>
      fc.record({
        length: fc.constant(length),
        order: fc.shuffledSubarray(
          Array.from({ length: length * 3 }, (_, index) => index % length),
          { minLength: length * 3 },
        ),
        way: fc.array(fc.constantFrom("live", "page", "answer"), {
          minLength: length * 3,
          maxLength: length * 3,
        }),
      }),
    );
    fc.assert(
      fc.property(deliveries, ({ length, order, way }) => {
        const entries = log(length);
        const events = order.map((position, step): TalkEvent => {
          const messages = entries.slice(position, position + 2);
          const first = entries[position] ?? message(1);
          if (way[step] === "page") return { type: "page-loaded", after: position, messages, ...WAITING };
          if (way[step] === "answer") {
            return { type: "send-answered", clientId: "other", messages, status: "waiting" };
          }
          return { type: "message-arrived", message: first };
        });
        const state = played(events, opened([]));
        expect(state.messages).toEqual(entries);
        expect(state.cursor).toBe(length);
        expect(hasGap(state)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("C3: whichever of answer and live copy comes first, a sent message shows exactly once", () => {
    const copies: readonly TalkEvent[] = [
      { type: "send-begun", clientId: "a" },
      {
        type: "send-answered",
        clientId: "a",
        messages: [message(2, { role: "customer", clientId: "a" }), message(3)],
        status: "waiting",
      },
      { type: "message-arrived", message: message(2, { role: "customer", clientId: "a" }) },
      { type: "message-arrived", message: message(3) },
      { type: "send-failed", clientId: "a", failure: "network" },
      { type: "send-retried", clientId: "a" },
      { type: "send-asked", outgoing: outgoing("a") },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([...copies], { minLength: copies.length }), (events) => {
        const start = played([{ type: "send-asked", outgoing: outgoing("a") }], opened([message(1)]));
        const state = played(events, start);
        const shown = [
          ...state.messages.filter((entry) => entry.clientId === "a"),
          ...state.outbox.filter((entry) => entry.clientId === "a"),
        ];
        expect(shown).toHaveLength(1);
        expect(state.messages.map((entry) => entry.seq)).toEqual([1, 2, 3]);
      }),
    );
  });

  test("C4: reading goes on before a gap, never after it", () => {
    const state = played([{ type: "message-arrived", message: message(5) }], opened(log(3)));
    expect(state.cursor).toBe(3);
    expect(hasGap(state)).toBe(true);
    const healed = played(
      [{ type: "page-loaded", after: 3, messages: [message(4), message(5)], ...WAITING }],
      state,
    );
    expect(healed.cursor).toBe(5);
    expect(hasGap(healed)).toBe(false);
  });

  test("C4: a history whose beginning was deleted is read without looking for it for ever", () => {
    const state = opened([message(40), message(41)]);
    expect(state.cursor).toBe(41);
    expect(hasGap(state)).toBe(false);
  });
});

describe("streamed text", () => {
  const piece = (text: string): TalkEvent => ({ type: "text-streamed", key: "1:0", text });

  test("C5: pieces grow into one text, and the stored message takes its place", () => {
    const working = opened(log(1), { status: "working" });
    const streaming = played([piece("七天"), piece("内可退")], working);
    expect(streaming.streams).toEqual([{ key: "1:0", text: "七天内可退" }]);
    const done = played([{ type: "message-arrived", message: message(2, { origin: "model" }) }], streaming);
    expect(done.streams).toEqual([]);
    expect(done.messages).toHaveLength(2);
  });

  test("C5: a piece that comes after the turn has ended is not shown", () => {
    expect(played([piece("晚到的字")], opened(log(2))).streams).toEqual([]);
  });

  test("C5: half a sentence does not outlive a cut connection", () => {
    const working = opened(log(1), { status: "working", link: "live" });
    expect(played([piece("七天"), { type: "link-changed", link: "lost" }], working).streams).toEqual([]);
  });

  test("the customer's own message does not wipe the text that is being streamed", () => {
    const streaming = played([piece("七天")], opened(log(1), { status: "working" }));
    const state = played(
      [{ type: "message-arrived", message: message(2, { role: "customer", clientId: "b" }) }],
      streaming,
    );
    expect(state.streams).toHaveLength(1);
  });
});

describe("sending", () => {
  test("a failed send keeps its id and can be tried again", () => {
    const state = played(
      [
        { type: "send-asked", outgoing: outgoing("a") },
        { type: "send-begun", clientId: "a" },
        { type: "send-failed", clientId: "a", failure: "network" },
        { type: "send-retried", clientId: "a" },
      ],
      opened([]),
    );
    expect(state.outbox).toEqual([outgoing("a")]);
  });

  test("an answer tells where the sent message stands, even before the log brings its copy", () => {
    const state = played(
      [
        { type: "send-asked", outgoing: outgoing("a") },
        { type: "send-answered", clientId: "a", messages: [message(3)], status: "waiting" },
      ],
      opened([message(1)]),
    );
    expect(state.outbox[0]).toMatchObject({ delivery: "sent", answeredBy: 3 });
    expect(hasGap(state)).toBe(true);
  });
});

describe("who speaks", () => {
  test("the bot's dots are not shown while a person owns the talk", () => {
    const human = opened(log(2), { status: "human" });
    expect(played([{ type: "typing-seen", by: "bot" }], human).typing).toBeNull();
    expect(played([{ type: "typing-seen", by: "agent" }], human).typing).toBe("agent");
  });

  test("the place in the queue is forgotten when the queue is left", () => {
    const queued = played(
      [{ type: "queue-moved", position: 2, etaSeconds: 60 }],
      opened([], { status: "queued" }),
    );
    expect(queued.queue?.position).toBe(2);
    expect(played([{ type: "status-changed", status: "human" }], queued).queue).toBeNull();
  });

  test("unread counts what the other side said since the reader last looked", () => {
    const state = played([{ type: "messages-read", seq: 2 }], opened(log(6)));
    expect(countUnread(state)).toBe(2);
    expect(countUnread(played([{ type: "messages-read", seq: 1 }], state))).toBe(2);
  });

  const asked = {
    type: "page-loaded",
    after: 0,
    messages: [],
    status: "ended",
    ratingRequested: true,
  } as const;

  test("a rating that was asked for while nobody listened is asked for when the log is read", () => {
    expect(played([{ ...asked, ratingRequested: false }], opened([])).talkRating).toBe("none");
    expect(played([asked], opened([])).talkRating).toBe("asked");
  });

  test("a rating that was given is not asked for again", () => {
    for (const again of [{ type: "rating-requested" } as const, asked])
      expect(played([{ type: "talk-rated" }, again], opened([])).talkRating).toBe("given");
  });
});
