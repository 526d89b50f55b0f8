import Fastify from "fastify";
import { findFreePort } from "../scripts/find-free-port.mjs";
import { takeLock } from "../scripts/instance-lock.mjs";
import { formatBanner, terminalLocale } from "./boot/format-banner.ts";
import { mountNext } from "./boot/mount-next.ts";
import { onStopSignal } from "./boot/on-stop-signal.ts";
import { openDatabase } from "./boot/open-database.ts";
import { connect } from "./db/connect.ts";
import { migrateDatabase } from "./db/migrate.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { isStartupError, StartupError } from "./startup-error.ts";

type Closer = { readonly name: string; close(): Promise<void> };

const startedAt = performance.now();
const closers: Closer[] = [];

/** What was opened last is closed first: nothing may lose the database under its feet. */
async function stop(): Promise<void> {
  for (const closer of closers.reverse()) {
    log.debug({ part: closer.name }, "closing");
    await closer
      .close()
      .catch((error: unknown) => log.error({ err: error, part: closer.name }, "closing failed"));
  }
}

async function start(): Promise<void> {
  await lockDataDir();
  const database = await openDatabase(env, log);
  closers.push({ name: "database", close: database.close });
  await migrateDatabase(database.url);
  const sql = connect(database.url, { max: 10, applicationName: `jieda-${env.JIEDA_ROLE}` });
  closers.push({ name: "connections", close: () => sql.end({ timeout: 5 }) });
  if (env.JIEDA_ROLE !== "worker") await serve();
}

async function serve(): Promise<void> {
  const server = Fastify({ logger: false });
  server.get("/healthz", async () => ({ status: "ok" }));
  const pages = await mountNext(server, { isDev: env.NODE_ENV === "development", port: env.PORT });
  closers.push({ name: "pages", close: () => pages.close() });
  await server.listen({ port: env.PORT, host: env.HOST }).catch(explainListenError);
  closers.push({ name: "server", close: () => server.close() });
  const isLocalOnly = env.HOST === "127.0.0.1" || env.HOST === "localhost" || env.HOST === "::1";
  const banner = formatBanner(
    {
      publicUrl: env.PUBLIC_URL,
      chatPath: null,
      setupUrl: null,
      isLocalOnly,
      startedInMs: performance.now() - startedAt,
    },
    terminalLocale(Intl.DateTimeFormat().resolvedOptions().locale),
  );
  process.stdout.write(`${banner}\n`);
}

/** The built-in database belongs to one process; processes on an outside database may share the folder. */
async function lockDataDir(): Promise<void> {
  if (env.DATABASE_URL) return;
  const lock = await takeLock(`server:${env.DATA_DIR}`, { url: env.PUBLIC_URL });
  if (lock) return;
  throw new StartupError("Jieda already runs on this data folder.");
}

async function explainListenError(error: NodeJS.ErrnoException): Promise<never> {
  if (error.code !== "EADDRINUSE") throw error;
  const free = await findFreePort(env.PORT + 1, env.HOST);
  throw new StartupError(
    `Port ${env.PORT} is taken by another program.${free === null ? "" : ` Port ${free} is free: PORT=${free} npm start`}`,
  );
}

onStopSignal(stop, log);
try {
  await start();
} catch (error) {
  if (isStartupError(error)) process.stderr.write(`\n${error.message}\n\n`);
  else log.fatal({ err: error }, "start failed");
  await stop();
  process.exit(1);
}
