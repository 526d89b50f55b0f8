import { setTimeout as delay } from "node:timers/promises";
import type { Json } from "#flows/kernel/json.ts";
import { type Engine, startEngine } from "#server/boot/start-engine.ts";
import { connect, type Sql } from "#server/db/connect.ts";
import { buildServer } from "#server/http/build-server.ts";
import { log } from "#server/log.ts";
import { noLimits, testSecretBox } from "../../support/open-http-host.ts";
import { createTestDatabase, type TestDatabase } from "../../support/test-database.ts";
import { createTestTask } from "../../support/test-kinds.ts";
import { startTestRedis } from "../../support/test-redis.ts";
import type { Queue } from "../scene.ts";
import { mixedRegistry } from "./mixed-kinds.ts";

/** One of several programs on one database, in this process: its own caches, locks, leases and connections. */
export type Program = Engine & {
  readonly name: string;
  /** Of its public API; null for a worker. */
  readonly url: string | null;
};

export type Programs = {
  readonly database: TestDatabase;
  readonly all: readonly Program[];
  close(): Promise<void>;
};

/** Two that hear customers and do nothing else, two that work. */
const ROLES = ["web", "web", "worker", "worker"] as const;
const TASK_MS = 25;

/** Starts the programs; whatever failed half-way is the caller's failure, and the test's end ends the rest with its process. */
export async function openPrograms(queue: Queue): Promise<Programs> {
  const database = await createTestDatabase();
  const redis = queue === "redis" ? await startTestRedis() : null;
  const connections: Sql[] = [];
  const closers: (() => Promise<unknown>)[] = [];
  const all: Program[] = [];
  for (const [i, role] of ROLES.entries()) {
    const name = `${role}-${i}`;
    const sql = connect(database.url, { max: 6, applicationName: name });
    connections.push(sql);
    const engine = await startEngine({
      ...{ env: { JIEDA_ROLE: role, ...(redis ? { REDIS_URL: redis.url } : {}) }, sql, log },
      ...{ databaseUrl: database.url, registry: mixedRegistry, tasks: [createTestTask(repeatLater).task] },
    });
    closers.push(() => engine.drain().then(engine.close));
    all.push({ ...engine, name, url: role === "web" ? await serve(engine, { sql, closers }) : null });
  }
  return {
    ...{ database, all },
    close: async () => {
      for (const close of closers.toReversed()) await close();
      await Promise.all(connections.map((sql) => sql.end({ timeout: 2 })));
      await redis?.stop();
      await database.drop();
    },
  };
}

async function repeatLater(input: Json): Promise<Json> {
  await delay(Math.random() * TASK_MS);
  return input;
}

type Serving = { readonly sql: Sql; readonly closers: (() => Promise<unknown>)[] };

async function serve({ runtime }: Engine, { sql, closers }: Serving): Promise<string> {
  const app = await buildServer({
    env: { PUBLIC_URL: "https://help.example", TRUST_PROXY: 0, NODE_ENV: "test" },
    ...{ log, secretBox: testSecretBox, limits: noLimits, sql, runtime },
  });
  closers.push(() => app.close());
  return app.listen({ port: 0, host: "127.0.0.1" });
}
