import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { findLooseFiles, removeLooseFiles } from "./loose-files.ts";

/** That every file has its turn, however much is kept before it. Which ones are kept is told beside the procedures. */

let db: TestDatabase;
let workspaceId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.sql`delete from file`;
  workspaceId = await addWorkspace();
});

const idOf = ([row]: readonly { id: string }[]): string => row?.id ?? "";
const addWorkspace = async () =>
  idOf(await db.sql<{ id: string }[]>`insert into workspace (name) values ('店') returning id`);
const addBase = async () =>
  idOf(
    await db.sql<{ id: string }[]>`
      insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`,
  );
const addFile = async (baseId: string) =>
  idOf(
    await db.sql<{ id: string }[]>`
      insert into file (workspace_id, base_id, secret, name, media_type, size, sha256, data, at)
      values (${workspaceId}, ${baseId}, 's', 'a.txt', 'text/plain', 1, 'x', 'x', now() - interval '2 days') returning id`,
  );
/** Only a case names it: it is looked at ever again, and never goes. */
const keep = (baseId: string, fileId: string, owner = workspaceId) => db.sql`
  insert into knowledge_case (base_id, workspace_id, question, answer, author_name)
  values (${baseId}, ${owner}, '尺码', ${`见 /files/${fileId}/s`}, '小林')`;
const left = async () =>
  (await db.sql<{ id: string }[]>`select id from file order by id`).map(({ id }) => id);

test("a loose file behind more kept ones than a pass looks at goes with one of the next, and so does one that comes before them later", async () => {
  const baseId = await addBase();
  const kept = [await addFile(baseId), await addFile(baseId), await addFile(baseId), await addFile(baseId)];
  for (const fileId of kept) await keep(baseId, fileId);
  await addFile(baseId);
  const pass = async () => (await removeLooseFiles(db.sql, baseId, 2)).removed;
  expect([await pass(), await pass(), await pass()]).toEqual([0, 0, 1]);
  expect(await left()).toEqual(kept);
  await db.sql`delete from knowledge_case where answer like ${`%${kept[0]}%`}`;
  expect((await pass()) + (await pass())).toBe(1);
  expect(await left()).toEqual(kept.slice(1));
});

test("a base behind more bases with kept files than a sweep takes has its turn with one of the next", async () => {
  const bases: string[] = [];
  for (let count = 0; count < 5; count++) {
    const baseId = await addBase();
    bases.push(baseId);
    await addFile(baseId);
  }
  const sweeps = [
    await findLooseFiles(db.sql, 2),
    await findLooseFiles(db.sql, 2),
    await findLooseFiles(db.sql, 2),
  ];
  expect(new Set(sweeps.flat())).toEqual(new Set(bases));
  expect(sweeps.map(({ length }) => length)).toEqual([2, 2, 2]);
});

test("what another workspace names stays, until it does so no more", async () => {
  const baseId = await addBase();
  const fileId = await addFile(baseId);
  await addFile(baseId);
  await keep(baseId, fileId, await addWorkspace());
  expect(await removeLooseFiles(db.sql, baseId)).toEqual({ removed: 1 });
  expect(await left()).toEqual([fileId]);
  await db.sql`delete from knowledge_case`;
  expect(await removeLooseFiles(db.sql, baseId)).toEqual({ removed: 1 });
});
