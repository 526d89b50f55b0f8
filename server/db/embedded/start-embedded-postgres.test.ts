import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "../connect.ts";
import { openCluster } from "./cluster.ts";
import { findPostmaster, isAlive, stopPostmaster } from "./postmaster.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start-embedded-postgres.ts";

const log = pino({ level: "silent" });
let folder: string;
let dataDir: string;
const running: EmbeddedPostgres[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jieda-embedded-"));
  dataDir = join(folder, "data");
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
afterAll(async () => {
  const cluster = await openCluster(dataDir);
  const left = await findPostmaster(cluster);
  if (left !== null) await stopPostmaster(cluster, left);
  rmSync(cluster.place.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataDir, log });
  running.push(started);
  return started;
}

async function query<T>(url: string, text: string): Promise<T> {
  const sql = connect(url, { max: 1 });
  try {
    const [row] = await sql.unsafe(text);
    return row?.value;
  } finally {
    await sql.end();
  }
}

test("a new data folder gets a database in UTF-8 that commits durably and whose owner is no superuser", async () => {
  const { url } = await start();
  expect(await query(url, "select rolsuper as value from pg_roles where rolname = current_user")).toBe(false);
  expect(await query(url, "select getdatabaseencoding() as value")).toBe("UTF8");
  expect(await query(url, "select current_setting('synchronous_commit') as value")).toBe("on");
});

test("a wrong password is refused", async () => {
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(query(wrong.href, "select 1 as value")).rejects.toThrow("password");
});

test("data survives a stop and a start, on the same address", async () => {
  const first = await start();
  await query(first.url, "create table kept as select 42 as value");
  await first.stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "select value from kept")).toBe(42);
});

test("E1: a database that outlived its parent's kill -9 is taken over, not started twice", async () => {
  const script = join(folder, "parent.ts");
  const module = JSON.stringify(join(import.meta.dirname, "start-embedded-postgres.ts"));
  const logger = JSON.stringify(join(import.meta.dirname, "../../../node_modules/pino/pino.js"));
  writeFileSync(
    script,
    `import { startEmbeddedPostgres } from ${module};
     import { pino } from ${logger};
     const database = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: pino({ level: "silent" }) });
     console.log(database.pid());`,
  );
  const parent = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once("data", (chunk) => resolve(Number(chunk))),
  );
  const died = new Promise((resolve) => parent.once("exit", resolve));
  parent.kill("SIGKILL");
  await died;
  expect(isAlive(pid)).toBe(true);
  const next = await start();
  expect(next.pid()).toBe(pid);
  expect(await query(next.url, "select value from kept")).toBe(42);
});

test("E2: a database that is killed comes back on the same address with its data", async () => {
  const database = await start();
  const killed = database.pid();
  process.kill(killed, "SIGKILL");
  await expect.poll(() => database.pid(), { timeout: 10_000, interval: 20 }).not.toBe(killed);
  expect(await query(database.url, "select value from kept")).toBe(42);
});

test("E3: what a start left that was killed while it set the database up is cleared away", async () => {
  const half = join(folder, "half");
  mkdirSync(half);
  const cluster = await openCluster(half);
  rmSync(cluster.data, { recursive: true });
  const unfinished = join(cluster.place.folder, "unfinished-1");
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, "PG_VERSION"), "18\n");
  const again = await openCluster(half);
  expect(existsSync(join(again.data, "PG_VERSION"))).toBe(true);
  expect(readdirSync(again.place.folder).filter((name) => name.startsWith("unfinished"))).toEqual([]);
  rmSync(cluster.place.folder, { recursive: true, force: true });
});

test("the password is readable by its owner only, and is not in the server's log", async () => {
  await start();
  const file = join(dataDir, "database.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { folder: place, password } = JSON.parse(readFileSync(file, "utf8"));
  const logs = readdirSync(join(place, "log")).map((name) => readFileSync(join(place, "log", name), "utf8"));
  expect(logs.join("")).not.toContain(password);
});

test("data of another major version is refused with a way on", async () => {
  const other = join(folder, "other");
  mkdirSync(other);
  const cluster = await openCluster(other);
  writeFileSync(join(cluster.data, "PG_VERSION"), "17\n");
  await expect(openCluster(other)).rejects.toThrow("PostgreSQL 17");
  rmSync(cluster.place.folder, { recursive: true, force: true });
});
