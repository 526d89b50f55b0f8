import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { takePort } from "./take-port.ts";

export type TestRedis = {
  readonly url: string;
  readonly pid: number;
  /** Like a power cut: nothing is saved. */
  kill(): Promise<void>;
  /** FLUSHALL. */
  flush(): Promise<void>;
  /** Starts it again, empty, on the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Why tests on Redis did not run, or null where a server is installed. `npm test` names it at its end. */
export function redisMissingReason(): string | null {
  return findRedisServer() ? null : "no redis-server is installed (apt-get install redis-server)";
}

/** Starts a Redis of its own for a test: real, unpersisted, on a private port. */
export async function startTestRedis(): Promise<TestRedis> {
  const binary = findRedisServer();
  if (binary === null) throw new Error(redisMissingReason() ?? "");
  const port = await takePort();
  const folder = mkdtempSync(join(tmpdir(), "jieda-redis-"));
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const launch = async () => {
    const child = spawn(binary, args, { stdio: "ignore" });
    await untilAnswering(port);
    return child;
  };
  let child = await launch();
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0;
    },
    kill,
    async flush() {
      const client = new Redis({ host: "127.0.0.1", port });
      await client.flushall();
      client.disconnect();
    },
    async restart() {
      await kill();
      child = await launch();
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findRedisServer(): string | null {
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/bin",
    "/usr/local/bin",
    "/opt/homebrew/bin",
  ];
  return folders.map((folder) => join(folder, "redis-server")).find(isRunnable) ?? null;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function untilAnswering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new Redis({ host: "127.0.0.1", port, lazyConnect: true, retryStrategy: () => null });
    client.on("error", () => {});
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    client.disconnect();
    if (isUp) return;
    await delay(25);
  }
  throw new Error(`Redis did not answer on port ${port}.`);
}
