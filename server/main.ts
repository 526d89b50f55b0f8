import { setTimeout as delay } from "node:timers/promises";
import { SAMPLE_BOT_KEY, seed } from "../drizzle/seed.ts";
import { nodeRegistry } from "../flows/nodes/registry.ts";
import { takeLock } from "../scripts/instance-lock.mjs";
import { createSecretBox } from "./auth/secret-box.ts";
import { createSetupLink } from "./auth/setup-link.ts";
import { formatBanner, terminalLocale } from "./boot/format-banner.ts";
import { listChores } from "./boot/list-chores.ts";
import { onStopSignal } from "./boot/on-stop-signal.ts";
import { openDatabase } from "./boot/open-database.ts";
import { startEngine } from "./boot/start-engine.ts";
import { startSite } from "./boot/start-site.ts";
import { surviveLostPromises } from "./boot/survive-lost-promises.ts";
import { publishSampleTitles } from "./bots/retitle-sample.ts";
import { connect, type Sql } from "./db/connect.ts";
import { migrateDatabase } from "./db/migrate.ts";
import { env } from "./env.ts";
import { startBackground } from "./jobs/queue/start-background.ts";
import { createLocalModels } from "./knowledge/embedding/local/create-local-models.ts";
import { createMeanings } from "./knowledge/embedding/meanings.ts";
import { connectConsoleBus, createConsoleBus } from "./live/console-bus.ts";
import { stopThreads } from "./live/work-in-thread.ts";
import { log } from "./log.ts";
import { createOutboundClient } from "./net/create-outbound-client.ts";
import { armCrashPoint } from "./runtime/crash-point.ts";
import { isStartupError, StartupError } from "./startup-error.ts";

/**
 * One program in three roles. It stops in two steps: first nothing new is taken and what runs may end (`quiet`), then what
 * was opened is closed, the database last (`close`).
 */
type Part = { readonly name: string; quiet?(): Promise<void>; close(): Promise<void> };

const CONNECTIONS_MAX = 10;
/** Turns never wait for a console's query. */
const TURN_CONNECTIONS_MAX = 6;
/** Turns get 20 s to end; a caller that never finishes its request must not hold the others up for longer. */
const QUIET_MS = 21_000;

const startedAt = performance.now();
const parts: Part[] = [];
let isStopping = false;

async function start(): Promise<void> {
  if (env.JIEDA_CRASH_POINT !== null) armCrashPoint(env.JIEDA_CRASH_POINT);
  await lockDataDir();
  const database = await openDatabase(env, log);
  parts.push({ name: "database", close: database.close });
  await migrateDatabase(database.url);
  const sql = connect(database.url, { max: CONNECTIONS_MAX, applicationName: `jieda-${env.JIEDA_ROLE}` });
  parts.push({ name: "connections", close: () => sql.end({ timeout: 3 }) });

  parts.push({ name: "threads", quiet: async () => stopThreads(), close: async () => {} });
  // The sample is learned in a thread while the pages load; who opens the chat page before it is there is asked to wait.
  const seeding = seed(sql, nodeRegistry).then(() => publishSampleTitles(sql));
  seeding.catch(() => {});
  const consoleBus = createConsoleBus();
  if (env.JIEDA_ROLE !== "all") await connectConsoleBus(consoleBus, { sql, redisUrl: env.REDIS_URL ?? null });
  const shared = { env, log, databaseUrl: database.url };
  const turns = connect(database.url, {
    max: TURN_CONNECTIONS_MAX,
    applicationName: `jieda-turns-${env.JIEDA_ROLE}`,
    isKeyedOnly: true,
  });
  parts.push({ name: "connections of turns", close: () => turns.end({ timeout: 3 }) });
  const models = createLocalModels({ root: env.EMBEDDING_MODELS_DIR, log });
  parts.push({ name: "models", close: models.close });
  const meanings = createMeanings({
    ...{ sql, log, models, secretBox: createSecretBox(env.AUTH_SECRET) },
    outbound: createOutboundClient({ allowCidr: env.EGRESS_ALLOW_CIDR }),
  });
  await meanings.refresh();
  const engine = await startEngine({ ...shared, sql: turns, registry: nodeRegistry, meanings });
  parts.push({ name: "engine", quiet: engine.drain, close: engine.close });
  const background = startBackground({
    connection: { databaseUrl: database.url, redisUrl: env.REDIS_URL ?? null },
    ...{ log, isWorking: env.JIEDA_ROLE !== "web" },
    chores: listChores({
      ...{ env, sql, log, models, consoleBus },
      forgetKnowledge: () => engine.runtime.knowledge.forgetAll(),
    }),
  });
  parts.push({ name: "background", quiet: background.drain, close: background.close });
  if (env.JIEDA_ROLE === "worker") {
    await seeding;
    return log.info("worker is ready");
  }

  const site = await startSite({
    ...{ ...shared, sql, runtime: engine.runtime },
    ...{ background, meanings, models, consoleBus },
  });
  parts.push({ name: "site", quiet: site.stop, close: site.close });
  await seeding;
  await engine.runtime.warmUp();
  process.stdout.write(`${await composeBanner(sql)}\n`);
}

async function stop(): Promise<void> {
  isStopping = true;
  const quiet = parts.map((part) => part.quiet?.().catch((error) => logFailure(part, error)));
  await Promise.race([Promise.all(quiet), delay(QUIET_MS, undefined, { ref: false })]);
  for (const part of parts.toReversed()) await part.close().catch((error) => logFailure(part, error));
}

function logFailure(part: Part, error: unknown): void {
  log.error({ err: error, part: part.name }, "stopping a part failed");
}

async function composeBanner(sql: Sql): Promise<string> {
  const hasSample = await hasSampleBot(sql);
  const facts = {
    publicUrl: env.PUBLIC_URL,
    chatPath: hasSample ? `/chat/${SAMPLE_BOT_KEY}` : null,
    demoPath: hasSample ? `/widget-demo?bot=${SAMPLE_BOT_KEY}` : null,
    setupUrl: await createSetupLink({ sql, publicUrl: env.PUBLIC_URL }),
    isLocalOnly: ["127.0.0.1", "localhost", "::1"].includes(env.HOST),
    startedInMs: performance.now() - startedAt,
  };
  return formatBanner(facts, terminalLocale(Intl.DateTimeFormat().resolvedOptions().locale));
}

async function hasSampleBot(sql: Sql): Promise<boolean> {
  const [row] =
    await sql`select from bot where key = ${SAMPLE_BOT_KEY} and live_version_id is not null and deleted_at is null`;
  return row !== undefined;
}

/** The built-in database belongs to one process; processes on an outside database may share the folder. */
async function lockDataDir(): Promise<void> {
  if (env.DATABASE_URL) return;
  const lock = await takeLock(`server:${env.DATA_DIR}`, { url: env.PUBLIC_URL });
  if (!lock) throw new StartupError(`Jieda already runs on the data in ${env.DATA_DIR}.`);
}

onStopSignal(stop, log);
surviveLostPromises(log);
try {
  await start();
} catch (error) {
  // A start that was told to stop has not failed; whoever told it ends the process.
  if (!isStopping) {
    if (isStartupError(error)) process.stderr.write(`\n${error.message}\n\n`);
    else log.fatal({ err: error }, "start failed");
    await stop();
    process.exit(1);
  }
}
