import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { getMap } from "./get-map.ts";

let db: TestDatabase;
let base: { readonly workspaceId: string; readonly baseId: string };

beforeAll(async () => {
  db = await createTestDatabase();
  const [row] = await db.sql<{ workspaceId: string; baseId: string }[]>`
    with shop as (insert into workspace (name) values ('shop') returning id)
    insert into knowledge_base (workspace_id, name) select id, '商品' from shop
    returning workspace_id as "workspaceId", id as "baseId"`;
  if (row) base = row;
});
afterAll(() => db.drop());

test("a graph of thousands of things that hang on one of them is drawn well within what a statement may take", async () => {
  const { sql } = db;
  await sql`
    insert into graph_entity (base_id, workspace_id, type, name, key, state)
    select ${base.baseId}, ${base.workspaceId}, '型号', 'AX-' || i, i::text, 'accepted' from generate_series(1, 5000) i`;
  await sql`
    insert into graph_fact (base_id, workspace_id, subject_id, predicate, value, key, state)
    select base_id, workspace_id, id, 'p' || j, 'v' || j, id::text || j, 'accepted' from graph_entity, generate_series(1, 8) j`;
  await sql`
    insert into graph_fact (base_id, workspace_id, subject_id, predicate, object_id, key, state)
    select e.base_id, e.workspace_id, e.id, '适用', (select id from graph_entity where key = '1'), 'r' || e.id, 'accepted'
    from graph_entity e where key <> '1'`;
  // As autovacuum does within the minute; the server of the tests has none.
  await sql`analyze`;
  const map = await sql.begin(async (tx) => {
    // Of the ten seconds that a statement of the console has.
    await tx`set local statement_timeout = '4s'`;
    return getMap(tx, { ...base, type: null, around: null });
  });
  expect(map).toMatchObject({ total: 5_000, nodes: expect.objectContaining({ length: 300 }) });
  expect(map.nodes[0]).toMatchObject({ name: "AX-1", values: 8 });
  expect(map.edges).toHaveLength(299);
}, 30_000);
