import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { type SeededWorkspace, seedWorkspace } from "../trpc/fixtures/seed-workspace.ts";
import { withWorkspace } from "./with-workspace.ts";

let database: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;

beforeAll(async () => {
  database = await createTestDatabase({ max: 1 });
  a = await seedWorkspace({ sql: database.sql, name: "a", hash: async () => "x" });
  b = await seedWorkspace({ sql: database.sql, name: "b", hash: async () => "x" });
});
afterAll(() => database.drop());

/** Every table that the console's role may read at all. */
const listReadable = () => database.sql<{ name: string }[]>`
  select c.relname as name from pg_class c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_any_column_privilege('jieda_console', c.oid, 'select')
  order by 1`;

test("every table that the console may read has row-level security", async () => {
  const bare = await database.sql`
    select c.relname from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
      and has_any_column_privilege('jieda_console', c.oid, 'select, insert, update')`;
  expect(bare).toEqual([]);
  expect((await listReadable()).length).toBeGreaterThan(15);
});

test("without a workspace the console's role sees no row of any table (T-03)", async () => {
  for (const { name } of await listReadable()) {
    const rows = await database.sql.begin(async (tx) => {
      await tx`set local role jieda_console`;
      return tx`select 1 from ${tx(name)} limit 1`;
    });
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

test("with a workspace it sees that one's rows and none of another's", async () => {
  const seen = await withWorkspace(database.sql, a.workspaceId, async (tx) => ({
    bots: await tx`select id from bot`,
    conversations: await tx`select id from conversation`,
    messages: await tx`select distinct workspace_id as id from message`,
    members: await tx`select workspace_id as id from member group by 1`,
    people: await tx`select email from auth_user where email like '%@b.test'`,
  }));
  expect(seen).toEqual({
    bots: [{ id: a.botId }],
    conversations: [{ id: a.conversationId }],
    messages: [{ id: a.workspaceId }],
    members: [{ id: a.workspaceId }],
    people: [],
  });
});

test("it can neither write into another workspace nor move a row there", async () => {
  await withWorkspace(database.sql, a.workspaceId, async (tx) => {
    expect((await tx`update bot set name = 'taken' where id = ${b.botId}`).count).toBe(0);
    expect((await tx`delete from member where workspace_id = ${b.workspaceId}`).count).toBe(0);
  });
  await expect(
    withWorkspace(database.sql, a.workspaceId, (tx) => tx`update bot set workspace_id = ${b.workspaceId}`),
  ).rejects.toThrow("row-level security");
});

test.each([
  ["passwords", "select * from auth_account"],
  ["sessions", "select * from auth_session"],
  ["second factors", "select * from auth_two_factor"],
  ["the set-up link", "select * from setup_token"],
  ["a member's new workspace", "update member set workspace_id = workspace_id"],
  ["the past", "update audit_entry set action = 'x'"],
  ["the log", "delete from audit_entry"],
])("%s are out of its reach", async (_, statement) => {
  await expect(withWorkspace(database.sql, a.workspaceId, (tx) => tx.unsafe(statement))).rejects.toThrow(
    "permission denied",
  );
});

test("the next user of the connection is not bound to the workspace", async () => {
  await withWorkspace(database.sql, a.workspaceId, (tx) => tx`select 1`);
  const [row] =
    await database.sql`select current_user <> 'jieda_console' as free, current_setting('jieda.workspace_id', true) as id`;
  expect(row).toEqual({ free: true, id: "" });
});
