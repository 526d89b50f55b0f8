import type { Sql } from "#server/db/connect.ts";
import { type SeededBot, seedBot } from "../support/seed-bot.ts";
import { takePort } from "../support/take-port.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { testBundle } from "../support/test-kinds.ts";
import { startTestRedis, type TestRedis } from "../support/test-redis.ts";
import { type Driven, driveProgram } from "./process-driver.ts";

export type Queue = "postgres" | "redis";

export type Scene = {
  readonly sql: Sql;
  readonly bot: SeededBot;
  readonly base: string;
  readonly redis: TestRedis | null;
  start(role: "all" | "web" | "worker", crashPoint?: string): Promise<Driven>;
  /** Ends every process that this scene started and removes its database. */
  close(): Promise<void>;
};

/** A database with one bot, a queue, and the means to start programs on them. */
async function openScene(queue: Queue): Promise<Scene> {
  const database: TestDatabase = await createTestDatabase();
  const redis = queue === "redis" ? await startTestRedis() : null;
  const bot = await seedBot(database.sql, testBundle);
  const port = await takePort();
  const started: Driven[] = [];
  return {
    sql: database.sql,
    bot,
    base: `http://127.0.0.1:${port}`,
    redis,
    start: async (role, crashPoint) => {
      const env = {
        JIEDA_ROLE: role,
        PORT: String(port),
        DATABASE_URL: database.url,
        ...(redis ? { REDIS_URL: redis.url } : {}),
      };
      const driven = await driveProgram({ env, ...(crashPoint ? { crashPoint } : {}) });
      started.push(driven);
      return driven;
    },
    close: async () => {
      await Promise.all(started.map((driven) => driven.stop()));
      await redis?.stop();
      await database.drop();
    },
  };
}

/** Opens a scene for one test and closes it whatever happens. */
export async function inScene(queue: Queue, play: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(queue);
  try {
    await play(scene);
  } finally {
    await scene.close();
  }
}
