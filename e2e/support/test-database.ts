import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { connect, type Sql } from "#server/db/connect.ts";
import { type Cluster, ensureOwner, openCluster, ownerUrl } from "#server/db/embedded/cluster.ts";
import { findPostmaster, isAlive, startPostmaster, stopPostmaster } from "#server/db/embedded/postmaster.ts";
import { MIGRATIONS_FOLDER, migrateDatabase } from "#server/db/migrate.ts";
import { withLock } from "../../scripts/instance-lock.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const DATA_DIR = join(ROOT, ".data/test-postgres");
const USERS = join(DATA_DIR, "users");
const LOCK = `test-database:${DATA_DIR}`;
/** Vitest runs each file in a child of its own; the run that counts as a user is the parent. */
const RUN_PID = process.env.VITEST_POOL_ID ? process.ppid : process.pid;
const LOCK_WAIT_MS = 120_000;
/**
 * Tests need a real server, not one that survives a power cut: without fsync a new database takes a tenth of the time.
 * An autovacuum worker belongs to the superuser, so `drop database … with (force)` by the owner is refused while one is at work.
 */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  max_connections: "300",
  log_rotation_age: "0",
  autovacuum: "off",
};

export type TestDatabase = {
  readonly url: string;
  readonly sql: Sql;
  /** Ends the connections and removes the database. */
  drop(): Promise<void>;
};

/**
 * Returns an empty, migrated database on the one real PostgreSQL that all tests of this checkout share.
 * The server is started by whoever needs it first and ends with the last test run (`releaseTestServer`).
 */
export async function createTestDatabase(options: { readonly max?: number } = {}): Promise<TestDatabase> {
  const { cluster, template } = await withLock({ name: LOCK, waitMs: LOCK_WAIT_MS }, prepareServer);
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asOwner(cluster, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const url = ownerUrl(cluster, name);
  const sql = connect(url, { max: options.max ?? 5, applicationName: "test" });
  return {
    url,
    sql,
    async drop() {
      await sql.end({ timeout: 2 });
      await asOwner(cluster, (owner) => owner.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Stops the shared server unless another test run still uses it. */
export async function releaseTestServer(): Promise<void> {
  if (!existsSync(join(DATA_DIR, "database.json"))) return;
  await withLock({ name: LOCK, waitMs: LOCK_WAIT_MS }, async () => {
    if (listUsers().some((pid) => pid !== RUN_PID)) return;
    const cluster = await openCluster(DATA_DIR);
    const running = await findPostmaster(cluster);
    if (running !== null) await stopPostmaster(cluster, running);
  });
}

async function prepareServer(): Promise<{ readonly cluster: Cluster; readonly template: string }> {
  mkdirSync(USERS, { recursive: true });
  const isFirst = listUsers().length === 0;
  writeFileSync(join(USERS, String(RUN_PID)), "");
  const { cluster } = await startPostmaster(await openCluster(DATA_DIR), SETTINGS);
  await ensureOwner(cluster);
  const template = `template_${hashOfMigrations()}`;
  if (isFirst) await dropLeftovers(cluster, template);
  await ensureTemplate(cluster, template);
  return { cluster, template };
}

async function ensureTemplate(cluster: Cluster, template: string): Promise<void> {
  const unfinished = `unfinished_${template}`;
  const [known] = await asOwner(cluster, (sql) => sql`select from pg_database where datname = ${template}`);
  if (known) return;
  await asOwner(cluster, (sql) => sql.unsafe(`drop database if exists ${unfinished} with (force)`));
  await asOwner(cluster, (sql) => sql.unsafe(`create database ${unfinished}`));
  await migrateDatabase(ownerUrl(cluster, unfinished));
  await asOwner(cluster, (sql) => sql.unsafe(`alter database ${unfinished} rename to ${template}`));
}

/** A test run that was killed leaves its databases behind. */
async function dropLeftovers(cluster: Cluster, template: string): Promise<void> {
  const rows = await asOwner(
    cluster,
    (sql) => sql<{ name: string }[]>`select datname as name from pg_database
      where (datname like 'test\\_%' or datname like '%template\\_%') and datname <> ${template}`,
  );
  for (const { name } of rows)
    await asOwner(cluster, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
}

async function asOwner<T>(cluster: Cluster, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(ownerUrl(cluster), { max: 1, applicationName: "test-support" });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function hashOfMigrations(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(MIGRATIONS_FOLDER).sort()) {
    if (name.endsWith(".sql")) hash.update(readFileSync(join(MIGRATIONS_FOLDER, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

function listUsers(): readonly number[] {
  if (!existsSync(USERS)) return [];
  const pids = readdirSync(USERS).map(Number);
  for (const pid of pids) if (!isAlive(pid)) rmSync(join(USERS, String(pid)), { force: true });
  return pids.filter(isAlive);
}
