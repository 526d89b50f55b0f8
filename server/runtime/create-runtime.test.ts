import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type SeededBot, seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { createTestTask, napBundle, testBundle, testRegistry } from "#e2e/support/test-kinds.ts";
import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import { acceptInbound } from "./accept-inbound.ts";
import { toBareRow } from "./bare-row.ts";
import { claimPending } from "./claim-pending.ts";
import { createTurnCommitter } from "./commit-turns.ts";
import type { ConversationRef, LiveEvent, PublicMessage, QueuedTask } from "./contract.ts";
import { createRuntime, type RuntimeHost } from "./create-runtime.ts";

let db: TestDatabase;
let bot: SeededBot;
const hosts: RuntimeHost[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  bot = await seedBot(db.sql, testBundle);
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.drain(1_000)));
});
afterAll(() => db.drop());

type Options = { readonly tasks?: readonly QueuedTask[]; readonly works?: boolean };

/** One process: its own caches, locks and leases on the shared database. */
function openHost({ tasks = [], works = false }: Options = {}): RuntimeHost {
  const host = createRuntime({ sql: db.sql, log, registry: testRegistry, tasks });
  if (works) host.startWork();
  hosts.push(host);
  return host;
}

async function open(
  host: RuntimeHost,
  of: SeededBot = bot,
): Promise<{ ref: ConversationRef; token: string; said: string[] }> {
  const started = await host.startConversation({
    botId: of.botId,
    channel: "web",
    locale: "en",
    contactKey: `visitor:${crypto.randomUUID()}`,
    isVerified: false,
    contactName: null,
    context: {},
  });
  const ref = { conversationId: started.conversationId, workspaceId: of.workspaceId, botId: of.botId };
  return { ref, token: started.token, said: toTexts(started.messages) };
}

const say = (...[host, ref, text, clientId]: [RuntimeHost, ConversationRef, string, string?]) =>
  host.receiveMessage(ref, {
    clientId: clientId ?? crypto.randomUUID(),
    text,
    choice: null,
    attachments: [],
  });

function toTexts(messages: readonly PublicMessage[]): string[] {
  return messages.map(({ parts }) =>
    parts.map((part) => (part.type === "text" ? part.text : part.type)).join(" "),
  );
}

async function historyOf(host: RuntimeHost, ref: ConversationRef): Promise<string[]> {
  const { messages } = await host.listMessages(ref, { after: 0, limit: 200 });
  return messages.map((message) => `${message.role}: ${toTexts([message])}`);
}

/** Waits for a live message that matches; the listener is set before anything can happen. */
function nextMessage(host: RuntimeHost, ref: ConversationRef, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const stop = host.subscribe(ref.conversationId, (event: LiveEvent) => {
      const text = event.type === "message" ? (toTexts([event.message])[0] ?? "") : "";
      if (!pattern.test(text)) return;
      stop();
      resolve(text);
    });
  });
}

describe("a turn", () => {
  test("answers a message and remembers the talk", async () => {
    const host = openHost();
    const { ref, said } = await open(host);
    expect(said).toEqual(["hello"]);
    expect(toTexts((await say(host, ref, "a")).messages)).toEqual(["1: a"]);
    expect(toTexts((await say(host, ref, "b")).messages)).toEqual(["2: b"]);
    expect(await historyOf(host, ref)).toEqual([
      "bot: hello",
      "customer: a",
      "bot: 1: a",
      "customer: b",
      "bot: 2: b",
    ]);
  });

  test("answers the same client id with the same messages and runs nothing again", async () => {
    const host = openHost();
    const { ref } = await open(host);
    const first = await say(host, ref, "a", "m1");
    expect(await say(host, ref, "a", "m1")).toEqual(first);
    expect(await say(openHost(), ref, "a", "m1")).toEqual(first);
    expect(toTexts((await say(host, ref, "b")).messages)).toEqual(["2: b"]);
  });

  test("keeps every one of 32 parallel messages, numbered without a gap (I1, I3)", async () => {
    const host = openHost();
    const { ref } = await open(host);
    const answers = await Promise.all(Array.from({ length: 32 }, (_, i) => say(host, ref, `m${i}`)));
    expect(answers.flatMap(({ messages }) => toTexts(messages))).toEqual(
      Array.from({ length: 32 }, (_, i) => `${i + 1}: m${i}`),
    );
    const { messages } = await host.listMessages(ref, { after: 0, limit: 200 });
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
  });

  test("keeps every message when two processes serve the same talk at once (I6)", async () => {
    const [left, right] = [openHost(), openHost()];
    const { ref } = await open(left);
    await Promise.all(Array.from({ length: 20 }, (_, i) => say(i % 2 === 0 ? left : right, ref, `m${i}`)));
    left.startWork();
    const counts = (await historyOf(left, ref))
      .filter((line) => /^bot: \d/.test(line))
      .map((line) => Number.parseInt(line.slice(5), 10));
    expect(counts).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test("writes many talks in shared commits without mixing them", async () => {
    const host = openHost();
    const talks = await Promise.all(Array.from({ length: 40 }, () => open(host)));
    for (const text of ["a", "b", "c"]) await Promise.all(talks.map(({ ref }) => say(host, ref, text)));
    for (const { ref } of talks) {
      expect((await historyOf(host, ref)).filter((line) => line.startsWith("bot"))).toEqual([
        "bot: hello",
        "bot: 1: a",
        "bot: 2: b",
        "bot: 3: c",
      ]);
    }
  });

  test("a broken node leaves the customer with a next step, and the talk goes on", async () => {
    const host = openHost();
    const { ref } = await open(host);
    const { messages, status } = await say(host, ref, "boom");
    expect(toTexts(messages).join("")).not.toMatch(/Error|broke/);
    expect(messages.length).toBeGreaterThan(0);
    expect(status).toBe("waiting");
    expect(toTexts((await say(host, ref, "a")).messages)).toEqual(["1: a"]);
  });
});

describe("a poisonous message", () => {
  test("is set aside after three crashes, the customer hears of it, and the next message is answered (I1)", async () => {
    const host = openHost({ works: true });
    const { ref } = await open(host);
    const gaveUp = nextMessage(host, ref, /Sorry/);
    expect((await say(host, ref, "poison", "bad")).status).toBe("working");
    await say(host, ref, "a");
    await gaveUp;
    await nextMessageNow(host, ref, /^1: a/);
    const [event] =
      await db.sql`select state, crashes from inbound where conversation_id = ${ref.conversationId} and client_id = 'bad'`;
    expect(event).toEqual({ state: "dead", crashes: 4 });
    expect(await historyOf(host, ref)).toEqual([
      ...["bot: hello", "customer: poison", expect.stringMatching(/^bot: Sorry/)],
      ...["customer: a", "bot: 1: a"],
    ]);
    expect(toTexts((await say(host, ref, "b")).messages)).toEqual(["2: b"]);
  });

  test("does not harm the talks that share its commit", async () => {
    const host = openHost();
    const talks = await Promise.all(Array.from({ length: 10 }, () => open(host)));
    const answers = await Promise.all(talks.map(({ ref }, i) => say(host, ref, i === 4 ? "poison" : "a")));
    expect(answers.flatMap(({ messages }) => toTexts(messages))).toEqual(
      Array.from({ length: 9 }, () => "1: a"),
    );
  });

  test("with half characters and NUL in it is simply answered", async () => {
    const host = openHost();
    const { ref } = await open(host);
    expect(toTexts((await say(host, ref, "a\0\ud800")).messages)).toHaveLength(1);
    expect(await historyOf(host, ref)).toContain("customer: a\ufffd");
  });
});

describe("the fence", () => {
  test("keeps out a worker that froze while it held the claim (I6)", async () => {
    const host = openHost();
    const { ref } = await open(host);
    await acceptInbound(db.sql, toEvent(ref));
    const frozen = await claimPending(db.sql, ref.conversationId, "frozen");
    if (!frozen) throw new Error("nothing claimed");
    await db.sql`update conversation set lease_until = now() - interval '1 s' where id = ${ref.conversationId}`;
    await say(host, ref, "b");
    const late = createTurnCommitter(db.sql);
    expect(await late.commit({ ...toBareRow(frozen.state), taken: ["m1"] })).toBe("stale");
    expect((await historyOf(host, ref)).filter((line) => line.startsWith("bot: "))).toEqual([
      "bot: hello",
      "bot: 1: a",
      "bot: 2: b",
    ]);
  });

  test("what is said in a talk that is gone is not taken for kept", async () => {
    const host = openHost();
    const { ref } = await open(host);
    const event = {
      ...ref,
      clientId: "m1",
      kind: "message",
      body: bodyOf("a"),
      waitMs: 0,
      crashes: 0,
    } as const;
    expect(await acceptInbound(db.sql, event)).toBe("accepted");
    expect(await acceptInbound(db.sql, event)).toBe("duplicate");
    const gone = { ...event, conversationId: crypto.randomUUID() };
    await expect(acceptInbound(db.sql, gone)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a claim that had to wait for the row does not take what was answered meanwhile (I2)", async () => {
    const host = openHost();
    const { ref } = await open(host);
    await acceptInbound(db.sql, toEvent(ref));
    const other = await db.sql.reserve();
    try {
      await other`begin`;
      const first = await claimPending(other, ref.conversationId, "first");
      if (!first) throw new Error("nothing claimed");
      const late = claimPending(db.sql, ref.conversationId, "late");
      await vi.waitFor(async () => {
        // Not in the open transaction: it sees the activity of its first look only.
        const blocked = await db.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%claimed as%'`;
        expect(blocked).toHaveLength(1);
      }, 10_000);
      const committer = createTurnCommitter(other);
      expect(await committer.commit({ ...toBareRow(first.state), taken: ["m1"] })).toBe("written");
      await other`commit`;
      expect(await late).toBeNull();
    } finally {
      await other`rollback`;
      other.release();
    }
  });

  test("a claim that nobody finished is taken up again after its lease", async () => {
    const host = openHost();
    const { ref } = await open(host);
    await acceptInbound(db.sql, toEvent(ref));
    await claimPending(db.sql, ref.conversationId, "dead");
    expect(await claimPending(db.sql, ref.conversationId, "other")).toBeNull();
    await db.sql`update conversation set lease_until = now() - interval '1 s' where id = ${ref.conversationId}`;
    const answered = nextMessage(host, ref, /^1: a/);
    host.startWork();
    expect(await answered).toBe("1: a");
  });
});

describe("a token", () => {
  test("opens its own conversation only; wrong, foreign and unknown read the same", async () => {
    const host = openHost();
    const [one, other] = [await open(host), await open(host)];
    expect(await host.authorize(one.ref.conversationId, one.token)).toEqual(one.ref);
    for (const [id, token] of [
      [one.ref.conversationId, other.token],
      [one.ref.conversationId, "x"],
      [crypto.randomUUID(), one.token],
      ["no-uuid", one.token],
    ]) {
      await expect(host.authorize(id ?? "", token ?? "")).rejects.toEqual(new AppError("not_found"));
    }
  });
});

describe("a queued step", () => {
  test("parks the talk, and its result goes on with it", async () => {
    const { task, runs } = createTestTask(async (input) => input);
    const host = openHost({ tasks: [task], works: true });
    const { ref } = await open(host);
    const done = nextMessage(host, ref, /^done/);
    expect((await say(host, ref, "task one")).status).toBe("working");
    expect(await done).toBe('done: {"text":"task one"}');
    expect(runs()).toBe(1);
    expect(toTexts((await say(host, ref, "a")).messages)).toEqual(["1: a"]);
  });

  test("messages that arrive meanwhile are kept and answered afterwards, in order", async () => {
    const begun = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<string>();
    const { task } = createTestTask(() => {
      begun.resolve();
      return finished.promise;
    });
    const host = openHost({ tasks: [task] });
    const { ref } = await open(host);
    await say(host, ref, "task");
    const working = host.handleJob({
      name: "perform-call",
      conversationId: ref.conversationId,
      callId: await callIdOf(ref),
    });
    await begun.promise;
    expect(await say(host, ref, "later 1")).toEqual({ messages: [], status: "working" });
    expect(await say(host, ref, "later 2")).toEqual({ messages: [], status: "working" });
    finished.resolve("ok");
    await working;
    const lines = await historyOf(host, ref);
    expect(lines.slice(2, 4)).toEqual(['bot: done: "ok"', "customer: later 1"]);
    expect(lines.join("|")).toContain("later 2");
    expect(lines.filter((line) => line.includes("later 1") && line.startsWith("customer"))).toHaveLength(1);
  });

  test("that fails takes its error path", async () => {
    const { task } = createTestTask(async () => {
      throw new Error("provider said no");
    });
    const host = openHost({ tasks: [task], works: true });
    const { ref } = await open(host);
    const failed = nextMessage(host, ref, /^failed/);
    await say(host, ref, "task");
    expect(await failed).toBe("failed: task_failed");
  });

  test("is performed once when its job comes three times (I7)", async () => {
    const { task, runs } = createTestTask(async () => "ok");
    const host = openHost({ tasks: [task] });
    const { ref } = await open(host);
    await say(host, ref, "task");
    const job = {
      name: "perform-call",
      conversationId: ref.conversationId,
      callId: await callIdOf(ref),
    } as const;
    await Promise.all([host.handleJob(job), host.handleJob(job), openHost({ tasks: [task] }).handleJob(job)]);
    await host.handleJob(job);
    expect(runs()).toBe(1);
    expect((await historyOf(host, ref)).filter((line) => line.startsWith("bot: done"))).toHaveLength(1);
  });
});

describe("a person", () => {
  test("who owns the talk is not interrupted: the bot says nothing, also when a step was under way (I8)", async () => {
    const begun = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<string>();
    const { task } = createTestTask(() => {
      begun.resolve();
      return finished.promise;
    });
    const host = openHost({ tasks: [task] });
    const { ref } = await open(host);
    await say(host, ref, "task");
    const working = host.handleJob({
      name: "perform-call",
      conversationId: ref.conversationId,
      callId: await callIdOf(ref),
    });
    await begun.promise;
    await db.sql`update conversation set owner = 'human', status = 'human', epoch = epoch + 1 where id = ${ref.conversationId}`;
    finished.resolve("too late");
    await working;
    expect(await say(openHost(), ref, "hello?")).toEqual({ messages: [], status: "human" });
    expect(await historyOf(host, ref)).toEqual(["bot: hello", "customer: task", "customer: hello?"]);
  });
});

describe("a timer", () => {
  test("lets the bot speak by itself", async () => {
    const napping = await seedBot(db.sql, napBundle);
    const host = openHost({ works: true });
    const started = open(host, napping);
    const { ref } = await started;
    const awake = nextMessage(host, ref, /awake/);
    expect(await awake).toBe("awake");
  });
});

describe("a burst", () => {
  test("within the window is one turn", async () => {
    const patient = await seedBot(db.sql, testBundle, { burstMs: 300 });
    const host = openHost({ works: true });
    const { ref } = await open(host, patient);
    const answered = nextMessage(host, ref, /^1: /);
    for (const text of ["我", "想", "退货"]) expect((await say(host, ref, text)).status).toBe("working");
    expect(await answered).toBe("1: 我\n想\n退货");
    expect((await historyOf(host, ref)).filter((line) => line.startsWith("customer"))).toEqual([
      "customer: 我",
      "customer: 想",
      "customer: 退货",
    ]);
  });
});

describe("the end of a talk", () => {
  test("refuses later messages, yet answers an earlier one again", async () => {
    const host = openHost();
    const { ref } = await open(host);
    const first = await say(host, ref, "a", "m1");
    expect((await host.endConversation(ref, "by-customer")).status).toBe("ended");
    await expect(say(host, ref, "b")).rejects.toEqual(new AppError("conversation_ended"));
    expect((await say(host, ref, "a", "m1")).messages).toEqual(first.messages);
  });
});

const toEvent = (ref: ConversationRef) =>
  ({ ...ref, clientId: "m1", kind: "message", body: bodyOf("a"), waitMs: 0, crashes: 0 }) as const;

const bodyOf = (text: string) => ({
  type: "message-received",
  messageId: "m1",
  text,
  choice: null,
  attachments: [],
});

/** A message that is there already, or the next one that matches. */
async function nextMessageNow(
  ...[host, ref, pattern]: [RuntimeHost, ConversationRef, RegExp]
): Promise<void> {
  const coming = nextMessage(host, ref, pattern);
  const known = (await host.listMessages(ref, { after: 0, limit: 200 })).messages;
  if (!toTexts(known).some((text) => pattern.test(text))) await coming;
}

async function callIdOf(ref: ConversationRef): Promise<string> {
  const [call] = await db.sql<
    { id: string }[]
  >`select call_id as id from queued_call where conversation_id = ${ref.conversationId} order by created_at desc limit 1`;
  return call?.id ?? "";
}
