import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findPlace } from "#server/db/embedded/place.ts";
import { isAlive } from "#server/db/embedded/postmaster.ts";
import { findFreePort } from "../../scripts/find-free-port.mjs";

/** `npm start` as a whole, on the built-in database: these need the pages built, which `npm test` does first. */
const ROOT = resolve(import.meta.dirname, "../..");
const READY_MS = 60_000;
const STOP_MS = 30_000;

type Run = { readonly child: ChildProcess; output(): string; readonly ended: Promise<number | null> };

let dataDir: string;
let port: number;
const runs: Run[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "jieda-start-"));
  port = (await findFreePort(3150, "127.0.0.1")) ?? 0;
});
afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.child.kill("SIGTERM");
    await run.ended;
  }
});
afterAll(async () => {
  const place = await findPlace(dataDir);
  if (place) rmSync(place.folder, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

function run(program: string, env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: "en_US.UTF-8",
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      PORT: String(port),
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const started = { child, output: () => output, ended };
  runs.push(started);
  return started;
}

async function serve(): Promise<Run> {
  const server = run("server/main.ts");
  await expect.poll(server.output, { timeout: READY_MS }).toContain("Jieda is ready");
  return server;
}

const fetchReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;

function databasePid(folder: string): number {
  return Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
}

test("a start prints the console, the sample chat page and a set-up link that works", async () => {
  const server = await serve();
  const printed = server.output();
  expect(printed).toContain(`http://localhost:${port}/chat/shop`);
  const link = /http:\/\/localhost:\d+\/setup\?token=[\w-]{40,}/.exec(printed)?.[0];
  expect(link).toBeDefined();
  expect(await fetchReady()).toBe(200);
});

test("SIGTERM ends it cleanly within 30 s, and the database with it", async () => {
  const server = await serve();
  const place = await findPlace(dataDir);
  const pid = databasePid(place?.folder ?? "");
  const since = performance.now();
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(performance.now() - since).toBeLessThan(STOP_MS);
  expect(isAlive(pid)).toBe(false);
});

test("SIGINT three times in a moment, as from Ctrl+C under npm, is one wish and ends it cleanly", async () => {
  const server = await serve();
  for (const _ of [1, 2, 3]) server.child.kill("SIGINT");
  expect(await server.ended).toBe(0);
});

test("after kill -9 the next start takes the database over and serves", async () => {
  const first = await serve();
  const place = await findPlace(dataDir);
  const pid = databasePid(place?.folder ?? "");
  first.child.kill("SIGKILL");
  await first.ended;
  expect(isAlive(pid)).toBe(true);
  await serve();
  expect(databasePid(place?.folder ?? "")).toBe(pid);
  expect(await fetchReady()).toBe(200);
});

test("after kill -9 of the database the server goes on by itself", async () => {
  await serve();
  const place = await findPlace(dataDir);
  const folder = place?.folder ?? "";
  const killed = databasePid(folder);
  process.kill(killed, "SIGKILL");
  await expect.poll(() => databasePid(folder), { timeout: 20_000 }).not.toBe(killed);
  await expect.poll(fetchReady, { timeout: 20_000 }).toBe(200);
});

test("a second start says where the first one serves, ends with 1, and harms nothing", async () => {
  const first = await serve();
  const second = run("scripts/start.mjs");
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`already runs at http://localhost:${port} (process ${first.child.pid})`);
  const direct = run("server/main.ts");
  expect(await direct.ended).toBe(1);
  expect(direct.output()).toContain("already runs");
  expect(await fetchReady()).toBe(200);
});

test("a taken port is named and the next free one offered, before anything is set up", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
  const refused = run("scripts/start.mjs");
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`Port ${port} is taken`);
  expect(refused.output()).toMatch(/PORT=\d+ npm start/);
  await new Promise((done) => other.close(done));
});

test("a wrong setting is named with what would be right", async () => {
  const refused = run("server/main.ts", { LOG_LEVEL: "loud", AUTH_SECRET: "changeme" });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/LOG_LEVEL must be fatal/);
  expect(refused.output()).toMatch(/AUTH_SECRET must be a random value/);
});

test("a database that refuses us is named without its password", async () => {
  const place = await findPlace(dataDir);
  await serve();
  const refused = run("server/main.ts", {
    DATABASE_URL: `postgres://jieda:hunter2-wrong@127.0.0.1:${place?.port}/jieda`,
    PORT: String(port + 1),
  });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain("DATABASE_URL");
  expect(refused.output()).not.toContain("hunter2");
});
