import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { getMigrationState, migrateDatabase } from "./migrate.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a migrated database has every migration that the program knows", async () => {
  const state = await getMigrationState(database.sql);
  expect(state.known).toBeGreaterThan(0);
  expect(state).toEqual({ known: state.known, applied: state.known, newer: 0 });
});

test("several processes may migrate at once", async () => {
  await Promise.all([1, 2, 3].map(() => migrateDatabase(database.url)));
  const state = await getMigrationState(database.sql);
  expect(state.applied).toBe(state.known);
});

test("the queue's own tables are there", async () => {
  const [row] = await database.sql`select to_regclass('bullmq.job') is not null or count(*) > 0 as found
    from information_schema.tables where table_schema = 'bullmq'`;
  expect(row?.found).toBe(true);
});

test("a database that a newer program has changed is refused", async () => {
  const future = await createTestDatabase();
  await future.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
  await expect(migrateDatabase(future.url)).rejects.toThrow("newer Jieda");
  await future.drop();
});

test("a migration that was edited after it ran is refused", async () => {
  const edited = await createTestDatabase();
  await edited.sql`update drizzle.__drizzle_migrations set hash = 'edited' where id = 1`;
  await expect(migrateDatabase(edited.url)).rejects.toThrow("only ever appended");
  await edited.drop();
});
