import { afterAll, beforeAll, expect, test } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { findWords, readFreshWords, readWords, wordsStampOf } from "./load-words.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const OLD = ["退货", "拒签件"];
const NEW = ["快递", "大件包"];

async function seed() {
  const { workspaceId } = await seedBot(db.sql, testBundle);
  const add = (words: string[]) =>
    db.sql`insert into faq_synonym (workspace_id, words) values (${workspaceId}, ${words})`;
  const readStamp = async () => {
    const [row] = await db.sql<{ stamp: string }[]>`
      select ${wordsStampOf(db.sql, db.sql`${workspaceId}`)} as stamp`;
    return row?.stamp ?? "";
  };
  await add(OLD);
  return { workspaceId, add, readStamp };
}

test("bots with two stamps, turn by turn, have one list each and read it once", async () => {
  const { workspaceId, add, readStamp } = await seed();
  const before = await readStamp();
  const old = await readWords(db.sql, workspaceId, before);
  await add(NEW);
  const after = await readStamp();
  const current = await readWords(db.sql, workspaceId, after);
  expect([old, current]).toEqual([[OLD], expect.arrayContaining([OLD, NEW])]);
  for (const stamp of [before, after, before, after])
    expect(findWords(workspaceId, stamp)).toBe(stamp === before ? old : current);
});

test("a list read for an older stamp is the list of now, and is forgotten when that stamp may come back", async () => {
  const { workspaceId, add, readStamp } = await seed();
  const before = await readStamp();
  await add(NEW);
  const list = await readWords(db.sql, workspaceId, before);
  expect(findWords(workspaceId, before)).toBe(list);
  expect(await readFreshWords(db.sql, workspaceId)).toBe(list);
  await db.sql`delete from faq_synonym where workspace_id = ${workspaceId} and words = ${NEW}`;
  expect(await readStamp()).toBe(before);
  await expect.poll(() => findWords(workspaceId, before), { timeout: 4_000 }).toBeNull();
  expect(await readFreshWords(db.sql, workspaceId)).toEqual([OLD]);
});
