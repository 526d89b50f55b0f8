import type { Sql } from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type SeededBot, seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { testBundle, testRegistry } from "#e2e/support/test-kinds.ts";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { Session } from "../../flows/kernel/session.ts";
import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import { acceptInbound } from "./accept-inbound.ts";
import { toBareRow } from "./bare-row.ts";
import { createTurnCommitter } from "./commit-turns.ts";
import type { ConversationRef } from "./contract.ts";
import { createConversationStore } from "./conversation-store.ts";
import { createRuntime, type RuntimeHost } from "./create-runtime.ts";

/** Interleavings that processes meet by chance, made to happen for certain. */

/** A machine that does much else takes its time; the tests' own limit lies above what their polls may take together. */
const POLL = { timeout: 25_000 };
vi.setConfig({ testTimeout: 60_000 });

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

/** One process: its own caches, locks and leases on the shared database. */
function openHost(sql: Sql = db.sql): RuntimeHost {
  const host = createRuntime({ sql, log, registry: testRegistry, tasks: [] });
  hosts.push(host);
  return host;
}

/** The same database for a process that loses races: something else is committed right before its next commits of turns. */
function losingTo(winner: () => Promise<unknown>, times = 1): Sql {
  let lost = 0;
  return new Proxy(db.sql, {
    get: (target, name) => {
      // as: the proxy gives what the client itself has under that name.
      const found = Reflect.get(target, name) as Sql["unsafe"];
      if (name !== "unsafe" || lost >= times) return found;
      return async (...args: Parameters<Sql["unsafe"]>) => {
        lost += 1;
        await winner();
        return found(...args);
      };
    },
  });
}

async function open(host: RuntimeHost, of: SeededBot = bot): Promise<ConversationRef> {
  const { conversationId } = await host.startConversation({
    ...{ botId: of.botId, channel: "web", locale: "en", contactKey: `visitor:${crypto.randomUUID()}` },
    ...{ isVerified: false, contactName: null, context: {} },
  });
  return { conversationId, workspaceId: of.workspaceId, botId: of.botId };
}

const say = (host: RuntimeHost, ref: ConversationRef, text: string) =>
  host.receiveMessage(ref, { clientId: text, text, choice: null, attachments: [] });

type Kept = { readonly clientId: string; readonly body: JsonObject };

const toMessage = (text: string) =>
  ({ type: "message-received", messageId: text, text, choice: null, attachments: [] }) as const;

/** Keeps an event as a process does that dies right after; with `crashes` as one that it has died of. */
async function keep(ref: ConversationRef, { clientId, body, crashes = 0 }: Kept & { crashes?: number }) {
  const kind = body.type === "timer-fired" ? "timer" : "message";
  await acceptInbound(db.sql, { ...ref, clientId, kind, body, waitMs: 0, crashes });
}

const keepMessage = (ref: ConversationRef, text: string, crashes = 0) =>
  keep(ref, { clientId: text, body: toMessage(text), crashes });

const takeOver = ({ conversationId }: ConversationRef) => db.sql`
  update conversation set owner = 'human', status = 'human', epoch = epoch + 1 where id = ${conversationId}`;

const handBack = ({ conversationId }: ConversationRef) => db.sql`
  update conversation set owner = 'bot', status = 'waiting', epoch = epoch + 1 where id = ${conversationId}`;

async function linesOf({ conversationId }: ConversationRef): Promise<string[]> {
  const rows = await db.sql<
    { line: string }[]
  >`select role || ': ' || (parts->0->>'text') as line from message
    where conversation_id = ${conversationId} order by seq`;
  return rows.map(({ line }) => line);
}

async function standingOf({ conversationId }: ConversationRef) {
  const [row] = await db.sql<{ status: string; pending: number; session: Session }[]>`
    select status, pending, session from conversation where id = ${conversationId}`;
  if (!row) throw new Error("the talk is gone");
  return { status: row.status, pending: row.pending, awaiting: row.session.awaiting };
}

describe("a talk that ends at the same moment", () => {
  test("refuses a message that another process would keep for later, and keeps nothing of it", async () => {
    const patient = await seedBot(db.sql, testBundle, { burstMs: 50 });
    const [left, right] = [openHost(), openHost()];
    const ref = await open(left, patient);
    await right.endConversation(ref, "by-customer");
    await expect(say(left, ref, "too late")).rejects.toEqual(new AppError("conversation_ended"));
    expect(await db.sql`select from inbound where client_id = 'too late'`).toHaveLength(0);
    expect(await standingOf(ref)).toMatchObject({ status: "ended", pending: 0 });
  });

  test("answers again what it had kept before", async () => {
    const patient = await seedBot(db.sql, testBundle, { burstMs: 60_000 });
    const [left, right] = [openHost(), openHost()];
    const ref = await open(left, patient);
    await say(left, ref, "in time");
    await right.endConversation(ref, "by-customer");
    expect(await say(left, ref, "in time")).toEqual({ messages: [], status: "ended" });
  });

  test.each(["bot", "human"])(
    "shows what was kept before, answers nothing and stays over (owner: %s)",
    async (owner) => {
      const host = openHost();
      const ref = await open(host);
      await keepMessage(ref, "kept");
      await db.sql`update conversation set owner = ${owner}, epoch = epoch + 1 where id = ${ref.conversationId}`;
      const ending = openHost();
      await ending.endConversation(ref, "by-customer");
      ending.startWork();
      await expect.poll(() => standingOf(ref), POLL).toMatchObject({ status: "ended", pending: 0 });
      expect(await linesOf(ref)).toEqual(["bot: hello", "customer: kept"]);
      await expect(say(host, ref, "later")).rejects.toEqual(new AppError("conversation_ended"));
    },
  );
});

test("a customer's end is told as done, however many turns come before it", async () => {
  const ref = await open(openHost());
  const raise = () => db.sql`update conversation set epoch = epoch + 1 where id = ${ref.conversationId}`;
  const ending = openHost(losingTo(raise, 12));
  expect(await ending.endConversation(ref, "by-customer")).toEqual({ messages: [], status: "ended" });
});

describe("an event that is given up", () => {
  test("while a person owns the talk gets no apology of the bot's (I8), and the person reads what it said", async () => {
    const ref = await open(openHost());
    await keepMessage(ref, "poison", 3);
    await takeOver(ref);
    const worker = openHost();
    const shown: string[] = [];
    worker.subscribe(ref.conversationId, (event) => {
      if (event.type === "message") shown.push(`${event.message.seq} ${event.message.clientId}`);
    });
    worker.startWork();
    await expect.poll(() => standingOf(ref), POLL).toMatchObject({ status: "human", pending: 0 });
    expect(await linesOf(ref)).toEqual(["bot: hello", "customer: poison"]);
    await expect.poll(() => shown, POLL).toEqual(["2 poison"]);
    const [row] = await db.sql`select seq, last_text from conversation where id = ${ref.conversationId}`;
    expect(row).toEqual({ seq: 2, last_text: "poison" });
  });

  test("is shown before the apology, and what comes next is counted on", async () => {
    const host = openHost();
    const ref = await open(host);
    await keepMessage(ref, "poison", 3);
    await say(host, ref, "next");
    expect(await linesOf(ref)).toEqual([
      ...["bot: hello", "customer: poison", expect.stringMatching(/^bot: Sorry/)],
      ...["customer: next", "bot: 1: next"],
    ]);
  });

  test("after the end is shown, without an apology", async () => {
    const ref = await open(openHost());
    await keepMessage(ref, "poison", 3);
    await openHost().endConversation(ref, "by-customer");
    openHost().startWork();
    await expect.poll(() => standingOf(ref), POLL).toMatchObject({ status: "ended", pending: 0 });
    expect(await linesOf(ref)).toEqual(["bot: hello", "customer: poison"]);
  });

  test("after the end opens nothing again", async () => {
    const ref = await open(openHost());
    await keep(ref, { clientId: "timer:t9", body: { type: "timer-fired", timerId: "t9" }, crashes: 3 });
    await openHost().endConversation(ref, "by-customer");
    openHost().startWork();
    await expect.poll(() => standingOf(ref), POLL).toMatchObject({ status: "ended", pending: 0 });
    expect(await linesOf(ref)).toEqual(["bot: hello"]);
  });

  test("leaves the step alone that the talk waits for, if it is another one", async () => {
    const host = openHost();
    const ref = await open(host);
    await say(host, ref, "task 1");
    await keep(ref, { clientId: "timer:t9", body: { type: "timer-fired", timerId: "t9" }, crashes: 3 });
    openHost().startWork();
    await expect.poll(() => standingOf(ref), POLL).toMatchObject({ pending: 0 });
    await expect
      .poll(() => linesOf(ref), POLL)
      .toEqual(expect.arrayContaining([expect.stringMatching(/^bot: failed: unknown_task/)]));
  });
});

describe("a claim that loses a race", () => {
  test("is no crash of its event, which runs at once", async () => {
    const ref = await open(openHost());
    await keepMessage(ref, "first");
    const crashes: number[] = [];
    const sql = losingTo(async () => {
      const [event] = await db.sql<{ crashes: number }[]>`
        select crashes from inbound where conversation_id = ${ref.conversationId} and client_id = 'first'`;
      crashes.push(event?.crashes ?? -1);
      await db.sql`update conversation set epoch = epoch + 1, lease_owner = null, lease_until = null where id = ${ref.conversationId}`;
    });
    expect((await say(openHost(sql), ref, "second")).status).toBe("waiting");
    expect(crashes).toEqual([1]);
    expect(await linesOf(ref)).toEqual([
      ...["bot: hello", "customer: first", "bot: 1: first", "customer: second", "bot: 2: second"],
    ]);
    const counted =
      await db.sql`select crashes from inbound where conversation_id = ${ref.conversationId} and kind = 'message'`;
    expect([...counted]).toEqual([{ crashes: 1 }, { crashes: 1 }]);
  });
});

test("a talk that somebody takes before its first turn is not given to its customer, for whom it would never answer", async () => {
  const sql = losingTo(() => db.sql`update conversation set epoch = epoch + 1 where turns = 0`);
  await expect(open(openHost(sql))).rejects.toEqual(new AppError("busy"));
});

test("a burst never shortens the rest of what would only fail again", async () => {
  const patient = await seedBot(db.sql, testBundle, { burstMs: 30 });
  const host = openHost();
  const ref = await open(host, patient);
  await acceptInbound(db.sql, {
    ...{ ...ref, clientId: "rests", kind: "message", body: toMessage("rests") },
    ...{ waitMs: 60_000, crashes: 0 },
  });
  await say(host, ref, "next");
  const [row] =
    await db.sql`select wake_at > now() + interval '50 s' as rests from conversation where id = ${ref.conversationId}`;
  expect(row).toEqual({ rests: true });
});

test("two talks of one contact that are written at once both leave their tags", async () => {
  const host = openHost();
  const refs = await Promise.all([open(host), open(host)]);
  const store = createConversationStore(db.sql);
  const states = await Promise.all(refs.map(({ conversationId }) => store.find(conversationId)));
  const [first] = states;
  const committer = createTurnCommitter(db.sql);
  const outcomes = await Promise.all(
    states.map((state, i) => {
      if (!state || !first) throw new Error("the talk is gone");
      const contact = { add_tags: [`tag ${i}`], remove_tags: [], attributes: { [`key ${i}`]: i } };
      return committer.commit({ ...toBareRow(state), contact: { id: first.contactId, ...contact } });
    }),
  );
  expect(outcomes).toEqual(["written", "written"]);
  const [contact] = await db.sql`select tags, attributes from contact where id = ${first?.contactId ?? ""}`;
  expect(contact).toEqual({ tags: ["tag 0", "tag 1"], attributes: { "key 0": 0, "key 1": 1 } });
});

test("a person's turn leaves an open question alone when an older timer fires", async () => {
  const ref = await open(openHost());
  const { awaiting } = await standingOf(ref);
  await takeOver(ref);
  await keep(ref, { clientId: "timer:t9", body: { type: "timer-fired", timerId: "t9" } });
  openHost().startWork();
  await expect.poll(() => standingOf(ref), POLL).toMatchObject({ pending: 0 });
  expect((await standingOf(ref)).awaiting).toEqual(awaiting);
  await handBack(ref);
  expect((await say(openHost(), ref, "back")).messages).toHaveLength(1);
});
