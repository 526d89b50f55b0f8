import { createServer } from "node:http";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type HttpHost,
  noLimits,
  openHttpHost,
  post,
  startTalk,
  type Talk,
} from "#e2e/support/open-http-host.ts";
import { type EventReader, readEvents, type SeenEvent } from "#e2e/support/read-events.ts";
import { createTestTask } from "#e2e/support/test-kinds.ts";
import { createStreamHub } from "./stream-hub.ts";

let host: HttpHost;
const readers: EventReader[] = [];
let finishTask: (text: string) => void = () => {};
let isTaskRunning: Promise<void> = Promise.resolve();

beforeAll(async () => {
  let begun = () => {};
  isTaskRunning = new Promise((resolve) => {
    begun = resolve;
  });
  const { task } = createTestTask((_input, context) => {
    context.emitDelta("正在");
    begun();
    return new Promise((resolve) => {
      finishTask = resolve;
    });
  });
  host = await openHttpHost({
    tasks: [task],
    limits: { ...noLimits, streams: { perConversation: 8, perAddress: 40 } },
  });
  host.runtime.startWork();
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});
afterAll(() => host.close());

async function listen(talk: Talk, after?: number): Promise<EventReader> {
  const reader = await readEvents(host.url, talk, after === undefined ? {} : { after });
  readers.push(reader);
  return reader;
}

const say = (talk: Talk, text: string) =>
  post(host, talk, { to: "messages", body: { id: crypto.randomUUID(), text } });

const refOf = ({ conversationId }: Talk) => ({
  conversationId,
  workspaceId: host.bot.workspaceId,
  botId: host.bot.botId,
});

async function countStreams(): Promise<number> {
  const metrics = await (await fetch(`${host.url}/metrics`)).text();
  return Number(/^jieda_open_streams (\d+)$/m.exec(metrics)?.[1]);
}

const seqsOf = (events: readonly SeenEvent[]) =>
  events.filter(({ name }) => name === "message").map(({ id }) => Number(id));

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("a stream", () => {
  test("begins after the message that the reader names, then goes on live (S1)", async () => {
    const talk = await startTalk(host);
    await say(talk, "a");
    const reader = await listen(talk, 1);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    expect(reader.headers.get("content-type")).toContain("text/event-stream");
    expect(reader.headers.get("cache-control")).toContain("no-store");
    expect(reader.raw()).toMatch(/^retry: \d+\n\n/);
    expect(seqsOf(reader.events)).toEqual([2, 3]);
    expect(reader.events.at(-1)?.data).toEqual({ status: "waiting" });
    await say(talk, "b");
    await reader.until((events) => seqsOf(events).includes(5));
    expect(seqsOf(reader.events)).toEqual([2, 3, 4, 5]);
  });

  test("hears only what is new when the reader names nothing", async () => {
    const talk = await startTalk(host);
    const reader = await listen(talk);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    await say(talk, "a");
    await reader.until((events) => seqsOf(events).length === 2);
    expect(seqsOf(reader.events)).toEqual([2, 3]);
  });

  test("shows every message once and in order while it is cut and resumed in the middle of a burst (S1)", async () => {
    const talk = await startTalk(host);
    const sending = Promise.all(Array.from({ length: 60 }, (_, i) => say(talk, `m${i}`)));
    const seen: number[] = [];
    while ((seen.at(-1) ?? 0) < 121) {
      const reader = await listen(talk, seen.at(-1) ?? 0);
      const stopAt = Math.min(121, (seen.at(-1) ?? 0) + 25);
      await reader.until((events) => (seqsOf(events).at(-1) ?? 0) >= stopAt);
      reader.close();
      seen.push(...seqsOf(reader.events));
    }
    await sending;
    expect(seen).toEqual(range(1, 121));
  });

  test("reads long histories whole, page by page", async () => {
    const talk = await startTalk(host);
    await host.db
      .sql`insert into message (conversation_id, seq, id, workspace_id, turn, idx, role, origin, parts)
      select ${talk.conversationId}, n, gen_random_uuid(), ${host.bot.workspaceId}, 1000, n, 'bot', 'flow', '[{"type":"text","text":"old"}]'
      from generate_series(2, 1500) n`;
    await host.db.sql`update conversation set seq = 1500 where id = ${talk.conversationId}`;
    const reader = await listen(talk, 0);
    await reader.until((events) => seqsOf(events).length >= 1500);
    expect(seqsOf(reader.events)).toEqual(range(1, 1500));
  });

  test("finds by itself what another process said and no live event told (S1)", async () => {
    const talk = await startTalk(host);
    const reader = await listen(talk, 1);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    await host.db
      .sql`insert into message (conversation_id, seq, id, workspace_id, turn, idx, role, origin, parts)
      values (${talk.conversationId}, 2, gen_random_uuid(), ${host.bot.workspaceId}, 1000, 0, 'agent', 'person', '[{"type":"text","text":"在"}]')`;
    await host.db.sql`update conversation set seq = 2 where id = ${talk.conversationId}`;
    await reader.until((events) => seqsOf(events).includes(2));
  });

  test("streams what a queued step says bit by bit, and the run outlives its reader (I9, S4)", async () => {
    const talk = await startTalk(host);
    const reader = await listen(talk, 1);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    expect(await (await say(talk, "task 1")).json()).toMatchObject({ status: "working" });
    await isTaskRunning;
    await reader.until((events) => events.some(({ name }) => name === "delta"));
    expect(reader.events.find(({ name }) => name === "delta")?.data).toMatchObject({ text: "正在" });
    reader.close();
    const later = await listen(talk, 2);
    finishTask("好了");
    await later.until((events) => seqsOf(events).includes(3));
    expect(JSON.stringify(later.events)).toContain("好了");
  });

  test("shows nothing twice when a live event comes late or again (S1)", async () => {
    const talk = await startTalk(host);
    await say(talk, "a");
    const reader = await listen(talk, 0);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    const { messages } = await host.runtime.listMessages(refOf(talk), { after: 0, limit: 10 });
    for (const message of messages)
      host.runtime.publishLive(talk.conversationId, { type: "message", message });
    await say(talk, "b");
    await reader.until((events) => seqsOf(events).includes(5));
    expect(seqsOf(reader.events)).toEqual(range(1, 5));
  });

  test("misses nothing that is said while it is catching up (S1)", async () => {
    const talk = await startTalk(host);
    let isFirst = true;
    const hub = createStreamHub({
      limits: noLimits.streams,
      listSeqs: async () => new Map(),
      runtime: {
        subscribe: host.runtime.subscribe,
        listMessages: async (ref, page) => {
          const answer = await host.runtime.listMessages(ref, page);
          if (isFirst) {
            isFirst = false;
            await say(talk, "in between");
          }
          return answer;
        },
      },
    });
    const server = createServer((_request, response) =>
      hub.open({ ref: refOf(talk), response, addressKey: "x", after: 0, headers: {} }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const reader = await readEvents(`http://127.0.0.1:${port}`, talk);
    readers.push(reader);
    await reader.until((events) => seqsOf(events).includes(3));
    expect(seqsOf(reader.events)).toEqual([1, 2, 3]);
    hub.close();
    server.closeAllConnections();
    server.close();
  });

  test("does not tell the customer of its own typing", async () => {
    const talk = await startTalk(host);
    const reader = await listen(talk, 1);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    await post(host, talk, { to: "typing", body: {} });
    host.runtime.publishLive(talk.conversationId, { type: "typing", by: "agent" });
    await reader.until((events) => events.some(({ name }) => name === "typing"));
    expect(reader.events.filter(({ name }) => name === "typing").map(({ data }) => data)).toEqual([
      { by: "agent" },
    ]);
  });

  test("keeps texts inside their event, whatever they hold", async () => {
    const talk = await startTalk(host);
    const reader = await listen(talk, 1);
    const nasty = 'a\n\nevent: status\ndata: {"status":"ended"}\r\n\r\n\u2028';
    await say(talk, nasty);
    await reader.until((events) => seqsOf(events).includes(3));
    expect(JSON.stringify(reader.events)).not.toContain('"ended"}}');
    expect(
      reader.events
        .filter(({ name }) => name === "status")
        .every(({ data }) => JSON.stringify(data) !== '{"status":"ended"}'),
    ).toBe(true);
  });
});

describe("readers", () => {
  test("from the future are shown what there is", async () => {
    const talk = await startTalk(host);
    const reader = await listen(talk, 900_000);
    await reader.until((events) => events.some(({ name }) => name === "status"));
    await say(talk, "a");
    await reader.until((events) => seqsOf(events).length === 2);
  });

  test("with a wrong token or a wrong Last-Event-ID are refused before anything is sent", async () => {
    const talk = await startTalk(host);
    expect((await readEvents(host.url, { ...talk, token: "x" })).status).toBe(404);
    const bad = await readEvents(host.url, talk, { headers: { "last-event-id": "1; drop" } });
    expect(bad.status).toBe(400);
  });

  test("of one conversation are eight at most; a place that is left can be taken again", async () => {
    const talk = await startTalk(host);
    const eight = await Promise.all(range(1, 8).map(() => listen(talk, 1)));
    expect(eight.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const ninth = await readEvents(host.url, talk);
    expect(ninth.status).toBe(429);
    expect(Number(ninth.headers.get("retry-after"))).toBeGreaterThan(0);
    eight[0]?.close();
    await expect.poll(async () => (await listen(talk, 1)).status, { timeout: 10_000 }).toBe(200);
  });

  test("that stop reading are cut off, not stored up for (S2)", async () => {
    const talk = await startTalk(host);
    const { hostname, port } = new URL(host.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET /v1/conversations/${talk.conversationId}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${talk.token}\r\n\r\n`,
    );
    // From the first status on the stream is live; what is published before is read from the database.
    await new Promise<void>((resolve) =>
      socket.on("data", (chunk) => chunk.includes("event: status") && resolve()),
    );
    socket.pause();
    const isClosed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => {});
    const big = { type: "delta", turn: 1, index: 0, text: "字".repeat(20_000) } as const;
    for (let i = 0; i < 400; i++) {
      host.runtime.publishLive(talk.conversationId, big);
      if (i % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => countStreams(), { timeout: 10_000 }).toBe(0);
    socket.resume();
    await isClosed;
  });
});

test("a server that closes tells its readers when to come back and ends their streams", async () => {
  const own = await openHttpHost();
  const talk = await startTalk(own);
  const reader = await readEvents(own.url, talk, { after: 1 });
  await reader.until((events) => events.some(({ name }) => name === "status"));
  await own.close();
  await reader.ended;
  expect(reader.raw()).toMatch(/\n\nretry: \d+\n\n$/);
});
