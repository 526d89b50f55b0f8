import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as openSocket, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Sql } from "#server/db/connect.ts";
import { startEmbeddedPostgres } from "#server/db/embedded/start-embedded-postgres.ts";
import { migrateDatabase } from "#server/db/migrate.ts";
import { log } from "#server/log.ts";
import { type SeededBot, seedBot } from "../support/seed-bot.ts";
import { testBundle } from "../support/test-kinds.ts";
import { type Child, startChild } from "./child.ts";
import { printTable } from "./report.ts";

/**
 * Memory of open streams on which nothing happens: `node e2e/bench/sse-idle.ts --count 10000`. Every stream is a conversation
 * and a connection of its own. Loopback only; needs as many open files as streams (`ulimit -n`).
 */

const ROOT = join(import.meta.dirname, "../..");
const PORT = 3223;
const STREAM_MAX_KB = 35;
/** Opened at once; more would measure the queue of the listening socket. */
const WAVE = 200;
/** Two rounds of heartbeats: every stream must have been written to before memory is read. */
const SETTLE_MS = 42_000;

type Stream = { readonly socket: Socket; bytes: number };

const count = Number(process.argv[process.argv.indexOf("--count") + 1]) || 10_000;
const folder = mkdtempSync(join(tmpdir(), "jieda-sse-"));
const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
try {
  await migrateDatabase(postgres.url);
  const sql = connect(postgres.url, { max: 2, applicationName: "bench" });
  const talks = await insertTalks(sql, await seedBot(sql, testBundle));
  const server = await startChild(
    ["--expose-gc", join(import.meta.dirname, "sse-idle-server.ts"), String(PORT), postgres.url],
    { DATA_DIR: folder },
  );
  const result = await measure(server, talks);
  await server.stop();
  await sql.end();
  printTable("Idle streams on one process", [result]);
  mkdirSync(join(ROOT, "bench/results"), { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(
    join(ROOT, "bench/results", `sse-${at.replaceAll(":", "-")}.json`),
    JSON.stringify({ at, ...result }, null, 2),
  );
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Talk = { readonly id: string; readonly token: string };

async function insertTalks(sql: Sql, bot: SeededBot): Promise<readonly Talk[]> {
  const talks = Array.from({ length: count + 1 }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString("base64url"),
  }));
  for (let from = 0; from < talks.length; from += 1_000) {
    const part = talks.slice(from, from + 1_000);
    const ids = part.map(({ id }) => id);
    const hashes = part.map(({ token }) => createHash("sha256").update(token).digest("hex"));
    await sql`insert into conversation (id, workspace_id, bot_id, version_id, contact_id, channel, locale, token_hash, status)
      select t.id, ${bot.workspaceId}, ${bot.botId}, ${bot.versionId}, t.id, 'web', 'zh-CN', decode(t.hash, 'hex'), 'waiting'
      from unnest(${ids}::uuid[], ${hashes}::text[]) as t(id, hash)`;
  }
  return talks;
}

async function measure(server: Child, [first, ...rest]: readonly Talk[]) {
  const streams = first ? [await openStream(first)] : [];
  const before = await readMemory(server);
  const startedAt = performance.now();
  for (let from = 0; from < rest.length; from += WAVE)
    streams.push(...(await Promise.all(rest.slice(from, from + WAVE).map(openStream))));
  const openSeconds = (performance.now() - startedAt) / 1000;
  const opened = streams.map(({ bytes }) => bytes);
  const { blockMs: openBlockMs } = await readMemory(server);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const after = await readMemory(server);
  const alive = streams.filter(
    ({ socket, bytes }, i) => !socket.destroyed && bytes > (opened[i] ?? 0),
  ).length;
  for (const { socket } of streams) socket.destroy();
  const kbEach = Math.round(((after.rss - before.rss) / rest.length / 1024) * 10) / 10;
  return {
    streams: rest.length,
    "KB each": kbEach,
    "heap KB each": Math.round(((after.heap - before.heap) / rest.length / 1024) * 10) / 10,
    "MB in all": Math.round(after.rss / 1024 / 1024),
    "longest block ms, opening": Math.round(openBlockMs),
    idle: Math.round(after.blockMs),
    "dropped or silent": streams.length - alive,
    "opened a second": Math.round(rest.length / openSeconds),
    bar: kbEach < STREAM_MAX_KB && alive === streams.length ? "met" : "MISSED",
  };
}

/** Resolves when the server has said where the conversation stands: from then on nothing happens but heartbeats. */
async function openStream({ id, token }: Talk): Promise<Stream> {
  const socket = openSocket(PORT, "127.0.0.1");
  const stream: Stream = { socket, bytes: 0 };
  let head = "";
  await new Promise<void>((resolve, reject) => {
    const onStart = (chunk: Buffer) => {
      head += chunk.toString();
      if (!head.startsWith("HTTP/1.1 200")) reject(new Error(head));
      if (!head.includes("event: status")) return;
      socket.off("data", onStart);
      resolve();
    };
    socket.on("data", onStart);
    socket.on("error", reject);
    socket.write(
      `GET /v1/conversations/${id}/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nLast-Event-ID: 0\r\nUser-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36\r\nAccept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n\r\n`,
    );
  });
  socket.on("data", (chunk) => {
    stream.bytes += chunk.length;
  });
  return stream;
}

type Memory = { readonly rss: number; readonly heap: number; readonly blockMs: number };

async function readMemory({ process: child }: Child): Promise<Memory> {
  child.send("memory");
  const [memory] = await once(child, "message");
  return memory;
}
