import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { findLooseFiles, removeLooseFiles } from "#server/knowledge/faq/loose-files.ts";
import { updateEntry } from "#server/knowledge/faq/update-entry.ts";
import { addAttachment } from "../add-attachment.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

/** Files that were uploaded for entries: which of them go, and what keeps the others. */

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let baseId: string;
let file: Awaited<ReturnType<typeof addAttachment>>;
let fileId: string;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

beforeEach(async () => {
  const { workspaceId } = shop;
  ({ baseId } = (await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string });
  const data = Buffer.from("尺码表：S、M、L");
  file = await addAttachment(server.database.sql, { workspaceId, baseId, name: "尺码表.txt", data });
  fileId = file.url.split("/")[2] ?? "";
});

const age = (hours: number) =>
  server.database.sql`update file set at = now() - make_interval(hours => ${hours}) where id = ${fileId}`;
const isThere = async () => (await server.database.sql`select from file where id = ${fileId}`).length === 1;

/** What the chore does. */
async function sweep(): Promise<boolean> {
  for (const found of await findLooseFiles(server.database.sql))
    await removeLooseFiles(server.database.sql, found);
  return isThere();
}

async function makeEntry(content: object = {}): Promise<string> {
  const made = await owner.mutate("knowledge.createEntry", {
    ...{ baseId, content: { question: { "zh-CN": "怎么选尺码" }, ...content } },
  });
  expect(made.status).toBe(200);
  return (made.data as { entryId: string }).entryId;
}

const update = async (entryId: string, changes: object) => {
  const { rev } = (await owner.query("knowledge.entry", { entryId })).data as { rev: number };
  return owner.mutate("knowledge.updateEntry", { entryId, rev, changes });
};

test("what was uploaded and never saved goes after a day, and not before; files of talks stay", async () => {
  await age(23);
  expect(await sweep()).toBe(true);
  await server.database.sql`
    insert into file (workspace_id, conversation_id, secret, name, media_type, size, sha256, data, at)
    values (${shop.workspaceId}, uuidv7(), 's', 'a.txt', 'text/plain', 1, 'x', 'x', now() - interval '9 days')`;
  await age(25);
  expect(await sweep()).toBe(false);
  expect(await server.database.sql`select from file where conversation_id is not null`).toHaveLength(1);
});

test("what an entry names stays, deleted or not, and so does what an older version of it names", async () => {
  const entryId = await makeEntry({ attachments: [file] });
  await age(48);
  expect(await findLooseFiles(server.database.sql)).not.toContain(baseId);
  await server.database.sql`update faq_entry set deleted_at = now() where id = ${entryId}`;
  expect(await sweep()).toBe(true);
  await server.database.sql`update faq_entry set deleted_at = null where id = ${entryId}`;
  await update(entryId, { attachments: [] });
  expect(await findLooseFiles(server.database.sql)).toContain(baseId);
  expect(await sweep()).toBe(true);
  await server.database.sql`delete from faq_entry where id = ${entryId}`;
  expect(await sweep()).toBe(false);
});

test("what stands in the words of an answer stays", async () => {
  const answers = [{ locale: "zh-CN", channel: null, text: `请看 https://shop.example${file.url} 。` }];
  await makeEntry({ answers });
  await age(48);
  expect(await sweep()).toBe(true);
});

test.each([
  [
    "a release",
    () => server.database.sql`
    insert into faq_release (base_id, workspace_id, number, content, model, content_hash, entries_count, author_name)
    values (${baseId}, ${shop.workspaceId}, 1, ${server.database.sql.json({ entries: [{ attachments: [{ url: file.url }] }] })}, '{}', 'h', 1, '小林')`,
  ],
  [
    "a case",
    () => server.database.sql`
    insert into knowledge_case (base_id, workspace_id, question, answer, author_name)
    values (${baseId}, ${shop.workspaceId}, '尺码', ${`见 ${file.url}`}, '小林')`,
  ],
  [
    "a draft of a flow",
    () => server.database.sql`
    insert into flow_draft (bot_id, workspace_id, bundle)
    values (${shop.botId}, ${shop.workspaceId}, ${server.database.sql.json({ url: file.url })})
    on conflict (bot_id) do update set bundle = excluded.bundle`,
  ],
  [
    "a version of a flow",
    () => server.database.sql`
    update flow_version set bundle = bundle || ${server.database.sql.json({ url: file.url })} where id = ${shop.versionId}`,
  ],
  [
    "a snapshot of a flow",
    () => server.database.sql`
    insert into draft_snapshot (bot_id, workspace_id, rev, bundle, reason, author_name)
    values (${shop.botId}, ${shop.workspaceId}, 1, ${server.database.sql.json({ url: file.url })}, 'manual', '小林')`,
  ],
  [
    "the look of a bot",
    () => server.database.sql`
    update bot set settings = settings || ${server.database.sql.json({ avatarUrl: file.url })} where id = ${shop.botId}`,
  ],
])("what %s names stays", async (_name, refer) => {
  await refer();
  await age(48);
  expect(await findLooseFiles(server.database.sql)).toContain(baseId);
  expect(await sweep()).toBe(true);
});

test("who is saving an entry with the file while it is looked for is waited for, and keeps it", async () => {
  const { sql } = server.database;
  const entryId = await makeEntry();
  await age(48);
  const actor = { id: shop.members.owner.userId, name: "owner" };
  let removing: ReturnType<typeof removeLooseFiles> | null = null;
  await sql.begin(async (tx) => {
    await updateEntry(tx, {
      ...{ workspaceId: shop.workspaceId, entryId, actor, rev: 1, changes: { attachments: [file] } },
    });
    removing = removeLooseFiles(sql, baseId);
    await vi.waitFor(async () => {
      const waiting = await sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(waiting).toHaveLength(1);
    });
  });
  expect(await removing).toEqual({ removed: 0 });
  expect(await isThere()).toBe(true);
});

test("who saves an entry with the file does not wait while all that may name it is read", async () => {
  const { sql } = server.database;
  await age(48);
  let removing: ReturnType<typeof removeLooseFiles> | null = null;
  await sql.begin(async (tx) => {
    await tx`lock table flow_version in access exclusive mode`;
    removing = removeLooseFiles(sql, baseId);
    await vi.waitFor(async () => {
      const waiting = await sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(waiting).toHaveLength(1);
    });
    // As `assertAttachments` does.
    const free = await sql`select from file where base_id = ${baseId} for key share skip locked`;
    expect(free).toHaveLength(1);
  });
  expect(await removing).toEqual({ removed: 1 });
});

test("a form that lay open for days is told that its file is gone, and saves nothing of it", async () => {
  const entryId = await makeEntry();
  await age(48);
  expect(await sweep()).toBe(false);
  const answer = await update(entryId, { attachments: [file] });
  expect(answer.facts.reason).toBe("attachment_gone");
  const made = await owner.mutate("knowledge.createEntry", {
    ...{ baseId, content: { question: { "zh-CN": "尺码" }, attachments: [file] } },
  });
  expect(made.facts.reason).toBe("attachment_gone");
});
