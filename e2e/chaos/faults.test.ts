import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { connect, type Sql } from "#server/db/connect.ts";
import { findPlace } from "#server/db/embedded/place.ts";
import { seedBot } from "../support/seed-bot.ts";
import { takePort } from "../support/take-port.ts";
import { testBundle } from "../support/test-kinds.ts";
import { redisMissingReason } from "../support/test-redis.ts";
import { acceptMessage } from "./accept-message.ts";
import { findViolations, untilDrained } from "./check-invariants.ts";
import { letCustomersTalk, post } from "./customers.ts";
import { driveProgram } from "./process-driver.ts";
import { readTalkLive } from "./read-talk-live.ts";
import { inScene } from "./scene.ts";

const MESSAGES_MAX = 5_000;

/** Longer than a lease: who froze for so long has lost it. */
const FROZEN_MS = 17_000;

const CLAIM_MS = 60_000;

describe.concurrent("a worker that freezes", () => {
  test.each(["postgres", "redis"] as const)("longer than its lease commits nothing late (%s)", (queue) =>
    inScene(queue, async ({ sql, bot, base, start }) => {
      await start("web");
      const frozen = await start("worker", "after-task-before-result-commit:freeze:2");
      const talking = letCustomersTalk({ base, botKey: bot.key, customers: 4, messages: 15 });
      await delay(FROZEN_MS / 8);
      const other = await start("worker");
      const talks = await talking;
      await untilDrained(sql);
      const before = await sql`select count(*)::int as turns from turn`;
      frozen.thaw();
      await delay(1_500);
      expect(await sql`select count(*)::int as turns from turn`).toEqual(before);
      expect(await findViolations(sql, talks, 1)).toEqual([]);
      expect(other.pid()).toBeGreaterThan(0);
    }),
  );
});

test.concurrent("a worker that wakes up after its claim was taken over writes nothing (I6)", () =>
  inScene("postgres", async ({ sql, bot, base, start }) => {
    const web = await start("web");
    const [talk] = await letCustomersTalk({ base, botKey: bot.key, customers: 1, messages: 1 });
    await web.stop();
    if (!talk) throw new Error("nobody talked");
    await acceptMessage(sql, { bot, conversationId: talk.conversationId, id: "late" });
    const frozen = await start("worker", "after-claim:freeze:1");
    await untilClaimed(sql, 1);
    // It takes the claim over when the lease is out, and dies with it before it has written anything.
    const heir = await start("worker", "after-claim:kill:1");
    await heir.died();
    frozen.thaw();
    await heir.restart();
    await untilDrained(sql);
    const talks = [{ ...talk, accepted: [...talk.accepted, { id: "late", text: "late" }] }];
    expect(await findViolations(sql, talks, 2)).toEqual([]);
  }));

describe.concurrent("Redis", () => {
  const isMissing = redisMissingReason() !== null;

  test.skipIf(isMissing)("that is killed with every job in it delays the talks and loses nothing", () =>
    inScene("redis", async ({ sql, bot, base, redis, start }) => {
      await start("web");
      await start("worker");
      const talking = letCustomersTalk({ base, botKey: bot.key, customers: 4, messages: 30, taskEvery: 3 });
      await delay(400);
      await redis?.kill();
      await delay(1_500);
      await redis?.restart();
      const talks = await talking;
      await untilDrained(sql);
      expect(await findViolations(sql, talks, 0)).toEqual([]);
    }),
  );

  test.skipIf(isMissing)("that is emptied again and again loses nothing", () =>
    inScene("redis", async ({ sql, bot, base, redis, start }) => {
      await start("web");
      await start("worker");
      let isTalking = true;
      const talking = letCustomersTalk({
        base,
        botKey: bot.key,
        customers: 4,
        messages: 30,
        taskEvery: 3,
      }).finally(() => {
        isTalking = false;
      });
      for (let rounds = 0; rounds < 20 && isTalking; rounds += 1) {
        await redis?.flush();
        await delay(150);
      }
      const talks = await talking;
      await untilDrained(sql);
      expect(await findViolations(sql, talks, 0)).toEqual([]);
    }),
  );
});

test.concurrent("PostgreSQL that is killed in the middle of talks comes back by itself and nothing is lost", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "jieda-chaos-"));
  const port = await takePort();
  const program = await driveProgram({ env: { JIEDA_ROLE: "all", PORT: String(port), DATA_DIR: dataDir } });
  const sql = connect(program.databaseUrl(), { max: 2, applicationName: "chaos" });
  try {
    const bot = await seedBot(sql, testBundle);
    const talking = letCustomersTalk({
      base: `http://127.0.0.1:${port}`,
      botKey: bot.key,
      customers: 4,
      messages: 60,
    });
    for (let kills = 0; kills < 3; kills += 1) {
      await delay(500);
      process.kill(await findPostmasterPid(sql), "SIGKILL");
      await delay(1_000);
    }
    const talks = await talking;
    await untilDrained(sql);
    expect(await findViolations(sql, talks, 3)).toEqual([]);
  } finally {
    await sql.end({ timeout: 1 });
    process.kill(program.pid(), "SIGTERM");
    await program.died();
    const place = await findPlace(dataDir);
    if (place) rmSync(place.folder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
});

describe.concurrent("a customer's line", () => {
  test("that sends everything three times and in the wrong order gets each answer once", () =>
    inScene("postgres", async ({ sql, bot, base, start }) => {
      await start("all");
      const started = await post(`${base}/v1/bots/${bot.key}/conversations`, { locale: "en" }, null);
      // The API's own answer, checked by its tests.
      const { conversationId, token } = started as { conversationId: string; token: string };
      const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
      const shuffled = [...ids, ...ids.toReversed(), ...ids].map((id) => ({ id, text: id }));
      const url = `${base}/v1/conversations/${conversationId}/messages`;
      const answers = await Promise.all(
        shuffled.map(async (message) => ({ id: message.id, answer: await post(url, message, token) })),
      );
      for (const id of ids) {
        const [first, ...again] = answers
          .filter((answer) => answer.id === id)
          .map(({ answer }) => messagesOf(answer));
        for (const other of again) expect(other).toEqual(first);
      }
      const order = await sql<
        { id: string; text: string }[]
      >`select client_id as id, client_id as text from message
        where conversation_id = ${conversationId} and client_id is not null order by seq`;
      expect(order.map(({ id }) => id).sort()).toEqual([...ids].sort());
      await untilDrained(sql);
      expect(await findViolations(sql, [{ conversationId, token, accepted: [...order] }], 0)).toEqual([]);
    }));

  test("that breaks again and again reads every message once and in order", () =>
    inScene("postgres", async ({ sql, bot, base, start }) => {
      await start("all");
      const started = await post(`${base}/v1/bots/${bot.key}/conversations`, { locale: "en" }, null);
      // As above.
      const { conversationId, token } = started as { conversationId: string; token: string };
      const reader = readTalkLive({ base, conversationId, token, cutEveryMs: 120 });
      const url = `${base}/v1/conversations/${conversationId}/messages`;
      // As many as it takes for the line to break in the middle of them, on a fast machine too.
      for (let i = 0; i < MESSAGES_MAX && reader.cuts() < 5; i += 1)
        await post(url, { id: `m${i}`, text: `m${i}` }, token);
      const [last] = await sql<{ seq: number }[]>`select seq from conversation where id = ${conversationId}`;
      await reader.untilSeq(last?.seq ?? 0);
      await reader.stop();
      expect(reader.cuts()).toBeGreaterThan(2);
      expect(reader.seqs()).toEqual(Array.from({ length: last?.seq ?? 0 }, (_, i) => i + 1));
    }));
});

async function untilClaimed(sql: Sql, claims: number): Promise<void> {
  const end = Date.now() + CLAIM_MS;
  for (;;) {
    if (Date.now() > end) throw new Error(`the message was not claimed within ${CLAIM_MS} ms`);
    const [head] = await sql<{ crashes: number }[]>`select crashes from inbound where client_id = 'late'`;
    if ((head?.crashes ?? 0) >= claims) return;
    await delay(50);
  }
}

function messagesOf(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "messages" in answer ? answer.messages : null;
}

/** The parent of any backend is the postmaster (proc(5)). */
async function findPostmasterPid(sql: ReturnType<typeof connect>): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`.catch(() => []);
    if (row) return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${row.pid}/status`, "utf8"))?.[1]);
    await delay(100);
  }
  throw new Error("the database does not answer");
}
