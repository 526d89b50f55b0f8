import { join } from "node:path";
import { runMigrations as runQueueMigrations } from "bullmq";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import pg from "pg";
import { StartupError } from "../startup-error.ts";
import { connect, type Sql } from "./connect.ts";

export const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../drizzle/migrations");

/** Any number that nobody else uses as an advisory lock: "jieda" on a telephone keypad. */
const MIGRATION_LOCK = 54_332;

/**
 * Brings the tables and the queue's own tables up to this program's version. Processes that start together
 * take turns; a database that a newer program has already changed is refused, not guessed at.
 */
export async function migrateDatabase(url: string): Promise<void> {
  // One connection only: the lock belongs to the connection that took it.
  const sql = connect(url, { max: 1, applicationName: "jieda-migrate" });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await assertNotNewer(sql);
    await runMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS_FOLDER });
    await assertUnchanged(sql);
    await migrateQueue(url);
  } finally {
    await sql.end();
  }
}

export type MigrationState = { readonly applied: number; readonly known: number; readonly newer: number };

/** Counts the migrations that this database has, of those that this program knows, and those that it does not know. */
export async function getMigrationState(sql: Sql): Promise<MigrationState> {
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER });
  const applied = await listApplied(sql);
  const newest = Math.max(0, ...known.map((migration) => migration.folderMillis));
  return {
    known: known.length,
    applied: applied.filter((row) => row.createdAt <= newest).length,
    newer: applied.filter((row) => row.createdAt > newest).length,
  };
}

async function assertNotNewer(sql: Sql): Promise<void> {
  const { newer } = await getMigrationState(sql);
  if (newer === 0) return;
  throw new StartupError(
    `The database was already changed by a newer Jieda (${newer} steps ahead). Start that version, or restore the backup made before the update.`,
  );
}

/** A migration edited after it ran, or dated before one that ran, would be skipped in silence. */
async function assertUnchanged(sql: Sql): Promise<void> {
  const hashes = new Set((await listApplied(sql)).map((row) => row.hash));
  const missing = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).filter(
    ({ hash }) => !hashes.has(hash),
  );
  if (missing.length === 0) return;
  throw new StartupError(
    `${missing.length} of the files in drizzle/migrations were changed or added out of order after this database was set up. Migrations are only ever appended.`,
  );
}

async function listApplied(
  sql: Sql,
): Promise<readonly { readonly hash: string; readonly createdAt: number }[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return [];
  const rows = await sql<{ hash: string; created_at: string }[]>`
    select hash, created_at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => ({ hash: row.hash, createdAt: Number(row.created_at) }));
}

async function migrateQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // The query that fails says what is wrong; the same news as an event that nobody hears would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    await runQueueMigrations(client);
  } finally {
    await client.end();
  }
}
