import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { log } from "../../../log.ts";
import { searchPassages } from "../../retrieval/search-passages.ts";
import { loadPassages } from "./load-passages.ts";
import type { LoadedPassages } from "./loaded-passages.ts";
import { createPassageStore } from "./passage-store.ts";

let db: TestDatabase;
let workspaceId: string;
let baseId: string;
let now = 0;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  now = 0;
  const [workspace] = await db.sql<{ id: string }[]>`insert into workspace (name) values ('店') returning id`;
  workspaceId = workspace?.id ?? "";
  const [base] = await db.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  baseId = base?.id ?? "";
});

async function addDocument(texts: readonly string[], { isServed = true } = {}): Promise<string> {
  const [row] = await db.sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, state, is_served, author_name)
    values (${baseId}, ${workspaceId}, '规则.txt', 'upload', 'ready', ${isServed}, '小林') returning id`;
  const documentId = row?.id ?? "";
  await db.sql`
    insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
    select ${documentId}, ${baseId}, ${workspaceId}, 'k' || n, n, '{}', text, '{"chars":[0,1]}'
    from unnest(${[...texts]}::text[]) with ordinality as t(text, n)`;
  await db.sql`update knowledge_base set passages_rev = passages_rev + 1 where id = ${baseId}`;
  return documentId;
}

const open = () => createPassageStore({ sql: db.sql, log, now: () => now });
const textsOf = ([loaded]: readonly LoadedPassages[]) =>
  [...(loaded?.passages.values() ?? [])].map(({ text }) => text);

test("a base is read once, and then is at hand without waiting", async () => {
  await addDocument(["七天内可退。"]);
  const store = open();
  const wanted = { workspaceId, bases: [baseId, baseId] };
  const first = store.get(wanted);
  expect(first).toBeInstanceOf(Promise);
  expect(textsOf(await first)).toEqual(["七天内可退。"]);
  expect(store.get(wanted)).not.toBeInstanceOf(Promise);
});

test("synonyms that are saved or deleted count after two seconds, on the index that is there", async () => {
  await addDocument(["七天内可退。"]);
  const load = vi.fn(loadPassages);
  const store = createPassageStore({ sql: db.sql, log, now: () => now, load });
  const wanted = { workspaceId, bases: [baseId] };
  const groupsOf = async () => (await store.get(wanted))[0]?.synonyms;
  expect(await groupsOf()).toEqual([]);
  await db.sql`insert into faq_synonym (workspace_id, base_id, words) values (${workspaceId}, null, '{退货,退回去}')`;
  now = 2_000;
  await vi.waitFor(async () => expect(await groupsOf()).toEqual([["退货", "退回去"]]));
  await db.sql`delete from faq_synonym where workspace_id = ${workspaceId}`;
  now = 4_000;
  await vi.waitFor(async () => expect(await groupsOf()).toEqual([]));
  expect(load).toHaveBeenCalledTimes(1);
});

test("a change is seen after two seconds, and until then the old passages answer", async () => {
  await addDocument(["七天内可退。"]);
  const store = open();
  const wanted = { workspaceId, bases: [baseId] };
  await store.get(wanted);
  await addDocument(["满 99 元包邮。"]);
  now = 1_999;
  expect(textsOf(await store.get(wanted))).toHaveLength(1);
  now = 2_000;
  expect(store.get(wanted)).not.toBeInstanceOf(Promise);
  await vi.waitFor(async () => expect(textsOf(await store.get(wanted))).toHaveLength(2));
  await addDocument(["生鲜不退。"]);
  expect(textsOf(await store.getFresh(wanted))).toHaveLength(3);
});

test("what is deleted, was never read to its end, or belongs to another workspace is not found", async () => {
  const documentId = await addDocument(["七天内可退。"]);
  await addDocument(["没读完。"], { isServed: false });
  const store = open();
  expect(textsOf(await store.get({ workspaceId, bases: [baseId] }))).toEqual(["七天内可退。"]);
  expect(await store.get({ workspaceId: documentId, bases: [baseId] })).toEqual([]);
  await db.sql`update knowledge_base set deleted_at = now() where id = ${baseId}`;
  expect(await open().get({ workspaceId, bases: [baseId] })).toEqual([]);
  expect(await open().get({ workspaceId, bases: [documentId] })).toEqual([]);
});

test("a large base is indexed in a thread, the same as here", async () => {
  const texts = Array.from(
    { length: 700 },
    (_, place) => `第${place}条：型号 AX-${place} 的保修期为 ${place} 个月。`,
  );
  await addDocument(texts);
  const [loaded] = await open().get({ workspaceId, bases: [baseId] });
  if (!loaded) throw new Error("nothing was loaded");
  const [best] = searchPassages(loaded.index, { question: "AX-345 保修多久", limit: 1 });
  expect(loaded.passages.get(best?.id ?? "")?.text).toBe(texts[345]);
});
