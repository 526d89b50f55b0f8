import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { redisMissingReason, startTestRedis, type TestRedis } from "#e2e/support/test-redis.ts";
import { createJobQueue, type JobQueue } from "./create-job-queue.ts";
import { createJobWorker, type IncomingJob, type JobWorker } from "./create-job-worker.ts";
import { createPostgresPool, type JobConnection } from "./job-connection.ts";

const log = pino({ level: "silent" });
const missing = redisMissingReason();

let database: TestDatabase;
let redis: TestRedis | null = null;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  if (missing === null) redis = await startTestRedis();
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
afterAll(async () => {
  await redis?.stop();
  await database.drop();
});

const backends = [
  { backend: "PostgreSQL", skip: null, connect: () => ({ databaseUrl: database.url, redisUrl: null }) },
  {
    backend: "Redis",
    skip: missing,
    connect: () => ({ databaseUrl: database.url, redisUrl: redis?.url ?? null }),
  },
] as const;

/** Collects what a worker is handed; `next` waits for the job that comes next. */
function createCollector(work: (job: IncomingJob) => Promise<void> = async () => {}) {
  const seen: IncomingJob[] = [];
  const waiting: ((job: IncomingJob) => void)[] = [];
  let taken = 0;
  return {
    seen,
    handle: async (job: IncomingJob) => {
      seen.push(job);
      waiting.shift()?.(job);
      await work(job);
    },
    next: () => {
      const job = seen[taken++];
      if (job) return Promise.resolve(job);
      return new Promise<IncomingJob>((resolve) => waiting.push(resolve));
    },
  };
}

function openQueue(connection: JobConnection, name: string): JobQueue {
  const queue = createJobQueue({ name, connection, log });
  open.push(queue);
  return queue;
}

function openWorker(
  connection: JobConnection,
  name: string,
  handle: (job: IncomingJob) => Promise<void>,
): JobWorker {
  const worker = createJobWorker({ name, connection, concurrency: 4, log, handle });
  open.push(worker);
  return worker;
}

for (const { backend, skip, connect } of backends) {
  const title = skip === null ? `jobs on ${backend}` : `jobs on ${backend} (not run: ${skip})`;
  describe.skipIf(skip !== null)(title, () => {
    const queueName = () => `test-${randomUUID()}`;

    test("a job reaches a worker with its name and data", async () => {
      const name = queueName();
      const collector = createCollector();
      openWorker(connect(), name, collector.handle);
      expect(await openQueue(connect(), name).add("run-call", { call: "c1" })).toBe(true);
      expect(await collector.next()).toMatchObject({ name: "run-call", data: { call: "c1" }, attempt: 1 });
    });

    test("a job added before any worker is there waits for one", async () => {
      const name = queueName();
      await openQueue(connect(), name).add("early", {});
      const collector = createCollector();
      openWorker(connect(), name, collector.handle);
      expect((await collector.next()).name).toBe("early");
    });

    test("a job with an id that waits already is not added again, and the id is free after it ran", async () => {
      const name = queueName();
      const queue = openQueue(connect(), name);
      for (const data of [{ n: 1 }, { n: 2 }, { n: 3 }])
        await queue.add("wake", data, { jobId: "conversation:7" });
      const collector = createCollector();
      openWorker(connect(), name, collector.handle);
      expect((await collector.next()).data).toEqual({ n: 1 });
      await expect
        .poll(
          async () => {
            await queue.add("wake", { n: 4 }, { jobId: "conversation:7" });
            return collector.seen.length;
          },
          { timeout: 5000 },
        )
        .toBeGreaterThan(1);
      expect(collector.seen[1]?.data).toEqual({ n: 4 });
    });

    test("a delayed job comes after one that was added later without delay", async () => {
      const name = queueName();
      const queue = openQueue(connect(), name);
      const collector = createCollector();
      openWorker(connect(), name, collector.handle);
      await queue.add("first", {});
      expect((await collector.next()).name).toBe("first");
      await queue.add("later", {}, { delayMs: 2000 });
      await queue.add("now", {});
      expect((await collector.next()).name).toBe("now");
      expect((await collector.next()).name).toBe("later");
    });

    test("a job that fails is tried again as often as it may", async () => {
      const name = queueName();
      const collector = createCollector(async (job) => {
        if (job.attempt === 1) throw new Error("first try fails");
      });
      openWorker(connect(), name, collector.handle);
      await openQueue(connect(), name).add("flaky", {}, { attempts: 2 });
      expect((await collector.next()).attempt).toBe(1);
      expect((await collector.next()).attempt).toBe(2);
    });

    test("closing a worker lets the job under way end", async () => {
      const name = queueName();
      let finish = () => {};
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      let hasEnded = false;
      const collector = createCollector(async () => {
        await finished;
        hasEnded = true;
      });
      const worker = openWorker(connect(), name, collector.handle);
      await openQueue(connect(), name).add("long", {});
      await collector.next();
      const closed = worker.close();
      finish();
      await closed;
      expect(hasEnded).toBe(true);
    });
  });
}

test("adding to a queue that cannot be reached answers false within two seconds and throws nothing", async () => {
  const queue = createJobQueue({
    name: "unreachable",
    connection: { databaseUrl: "postgres://nobody:nothing@127.0.0.1:9/none", redisUrl: null },
    log,
  });
  const since = performance.now();
  expect(await queue.add("lost", {})).toBe(false);
  expect(performance.now() - since).toBeLessThan(2000);
  await queue.close();
});

test("a connection that PostgreSQL cuts while it is in use ends nothing but itself", async () => {
  const { connection: pool, close } = createPostgresPool({ databaseUrl: database.url, redisUrl: null });
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const gone = new Promise<void>((resolve) => client.on("end", resolve));
  await database.sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`;
  await gone;
  client.release(true);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await close();
});

test("a queue works again after PostgreSQL cut all its connections, whatever they were doing", async () => {
  const connection = { databaseUrl: database.url, redisUrl: null };
  const collector = createCollector();
  const queue = openQueue(connection, "cut");
  openWorker(connection, "cut", collector.handle);
  for (let round = 0; round < 5; round += 1) {
    await queue.add("before", {});
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'test'`;
  }
  await expect.poll(() => queue.add("after", {}), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => collector.seen.some((job) => job.name === "after"), { timeout: 15_000 }).toBe(true);
});

test.skipIf(missing !== null)(
  "a queue works again after its Redis was killed and came back empty",
  async () => {
    const server = await startTestRedis();
    const connection = { databaseUrl: database.url, redisUrl: server.url };
    const collector = createCollector();
    const queue = openQueue(connection, "reborn");
    openWorker(connection, "reborn", collector.handle);
    await queue.add("before", {});
    expect((await collector.next()).name).toBe("before");
    await server.kill();
    expect(await queue.add("lost", {})).toBe(false);
    await server.restart();
    await expect.poll(() => queue.add("after", {}), { timeout: 10_000 }).toBe(true);
    await expect
      .poll(() => collector.seen.some((job) => job.name === "after"), { timeout: 15_000 })
      .toBe(true);
    for (const one of open.splice(0).reverse()) await one.close();
    await server.stop();
  },
);
