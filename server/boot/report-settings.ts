// Run by `npm run doctor`: prints what the settings lead to, and ends with 1 when the program could not start with them.
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Redis } from "ioredis";
import { isPortFree } from "../../scripts/find-free-port.mjs";
import { askHolder } from "../../scripts/instance-lock.mjs";
import { connect } from "../db/connect.ts";
import { ownerUrl, readCluster } from "../db/embedded/cluster.ts";
import { findPostmaster } from "../db/embedded/postmaster.ts";
import { getMigrationState } from "../db/migrate.ts";
import { env } from "../env.ts";
import { listModelFolders } from "../knowledge/embedding/local/list-model-folders.ts";

type Sign = "ok" | "note" | "wrong";

const SIGNS = { ok: "ok     ", note: "note   ", wrong: "WRONG  " } as const;
const REDIS_TIMEOUT_MS = 3000;

function report(sign: Sign, subject: string, text: string): void {
  if (sign === "wrong") process.exitCode = 1;
  process.stdout.write(`${SIGNS[sign]} ${subject.padEnd(12)} ${text}\n`);
}

async function reportPort(): Promise<void> {
  const running = await askHolder(`server:${env.DATA_DIR}`);
  if (running) return report("ok", "server", `runs at ${running.url} (process ${running.pid})`);
  const isFree = await isPortFree(env.PORT, env.HOST);
  report(
    isFree ? "ok" : "wrong",
    "port",
    `${env.HOST}:${env.PORT} ${isFree ? "is free" : "is taken by another program"}`,
  );
}

function reportDataDir(): void {
  const existing = existsSync(env.DATA_DIR) ? env.DATA_DIR : dirname(env.DATA_DIR);
  try {
    accessSync(existing, constants.W_OK);
  } catch {
    report("wrong", "data folder", `this user may not write to ${existing}`);
    return;
  }
  report("ok", "data folder", env.DATA_DIR);
  for (const name of ["auth-secret", "database.json"]) {
    const file = join(env.DATA_DIR, name);
    if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) {
      report("wrong", "data folder", `others may read ${file}: chmod 600 ${file}`);
    }
  }
}

async function reportDatabase(): Promise<void> {
  if (env.DATABASE_URL) return reportServer(env.DATABASE_URL, "DATABASE_URL");
  const cluster = await readCluster(env.DATA_DIR);
  if (cluster === null) return report("ok", "database", "built in; it will be set up by the first start");
  if ((await findPostmaster(cluster)) === null) {
    return report("ok", "database", `built in, not running; its data is in ${cluster.data}`);
  }
  await reportServer(ownerUrl(cluster), `built in, ${cluster.data}`);
}

async function reportServer(url: string, what: string): Promise<void> {
  const sql = connect(url, { max: 1, applicationName: "jieda-doctor" });
  try {
    const [row] = await sql`select current_setting('server_version') as version`;
    report("ok", "database", `PostgreSQL ${row?.version} answers (${what})`);
    const { applied, known, newer } = await getMigrationState(sql);
    if (newer > 0) report("wrong", "migrations", `${newer} are of a newer Jieda than this one`);
    else
      report(
        "ok",
        "migrations",
        applied === known ? `all ${known} applied` : `${known - applied} to apply; npm start does it`,
      );
  } catch (error) {
    report("wrong", "database", `does not answer (${what}): ${String(error)}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function reportRedis(): Promise<void> {
  if (!env.REDIS_URL) return report("ok", "queue", "on PostgreSQL (no REDIS_URL)");
  const redis = new Redis(env.REDIS_URL, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: REDIS_TIMEOUT_MS,
  });
  redis.on("error", () => {});
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info("memory"))?.[1];
    report("ok", "queue", "on Redis, which answers");
    if (policy !== "noeviction")
      report("note", "queue", `Redis may drop jobs when its memory is full (${policy}); set noeviction`);
  } catch (error) {
    report("wrong", "queue", `REDIS_URL does not answer: ${String(error)}`);
  } finally {
    redis.disconnect();
  }
}

async function reportModels(): Promise<void> {
  for (const { name, problem } of await listModelFolders(env.EMBEDDING_MODELS_DIR)) {
    if (problem === null) report("ok", "model", join(env.EMBEDDING_MODELS_DIR, name));
    else
      report("note", "model", `${name} cannot be used: ${problem.code} ${String(problem.facts.file ?? "")}`);
  }
}

report("ok", "settings", `role ${env.JIEDA_ROLE}, address ${env.PUBLIC_URL}`);
reportDataDir();
await reportPort();
await reportDatabase();
await reportRedis();
await reportModels();
