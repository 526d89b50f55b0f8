import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type HttpHost, openHttpHost, startTalk, type Talk } from "#e2e/support/open-http-host.ts";
import { citedSchema } from "./schemas/answers.ts";

/** What a customer may open of a document: what the own talk was told from, and nothing else. */

let host: HttpHost;
let talk: Talk;
let baseId: string;
let documentId: string;
let passageIds: string[];

beforeAll(async () => {
  host = await openHttpHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  talk = await startTalk(host);
  ({ baseId, documentId, passageIds } = await seedDocument(host.bot.workspaceId));
  await cite({ documentId, passageId: passageIds[3] ?? "" });
});

async function seedDocument(workspaceId: string) {
  const { sql } = host.db;
  const [base] = await sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  const [document] = await sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, url, state, is_served, author_name)
    values (${base?.id ?? ""}, ${workspaceId}, '手册.pdf', 'url', 'https://shop.example/manual.pdf', 'ready', true, '小林') returning id`;
  const passages = await sql<{ id: string }[]>`
    insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
    select ${document?.id ?? ""}, ${base?.id ?? ""}, ${workspaceId}, n::text, n, '{保修}', '第 ' || n || ' 段 <script>alert(1)</script>',
      jsonb_build_object('pages', jsonb_build_array(n + 1, n + 1), 'chars', '[0,9]'::jsonb)
    from generate_series(0, 8) n returning id`;
  return { baseId: base?.id ?? "", documentId: document?.id ?? "", passageIds: passages.map(({ id }) => id) };
}

type Source = { readonly documentId: string; readonly passageId: string };

/** A message of the bot of which the second source is this one. */
async function cite(source: Source, role = "bot"): Promise<void> {
  const items = [
    { title: "案例", url: null, quote: "", source: { baseId, caseId: randomUUID() } },
    { title: "手册", url: null, quote: "第 3 段", source: { baseId, ...source, place: { chars: [0, 9] } } },
  ];
  const { sql } = host.db;
  await sql`
    insert into message (conversation_id, seq, id, workspace_id, turn, idx, role, origin, parts)
    values (${talk.conversationId}, 900, ${randomUUID()}, ${host.bot.workspaceId}, 900, 0, ${role}, 'faq',
      ${sql.json([{ type: "citations", items }])})
    on conflict (conversation_id, seq) do update set parts = excluded.parts, role = excluded.role`;
}

const open = (place = "900/citations/1", { token, conversationId } = talk) =>
  fetch(`${host.url}/v1/conversations/${conversationId}/messages/${place}`, {
    headers: { authorization: `Bearer ${token}` },
  });

test("a source opens at its place: the passage with two neighbours on each side, its headings and its page", async () => {
  const response = await open();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("cache-control")).toContain("no-store");
  const cited = citedSchema.strict().parse(await response.json());
  expect(cited).toMatchObject({ title: "手册", url: "https://shop.example/manual.pdf" });
  expect(cited.passages.map(({ isCited }) => isCited)).toEqual([false, false, true, false, false]);
  expect(cited.passages[2]).toMatchObject({ titlePath: ["保修"], place: { pages: [4, 4] } });
  expect(JSON.stringify(cited)).not.toContain(documentId);
});

describe("nothing opens", () => {
  test("without the conversation's token, or with that of another", async () => {
    const other = await startTalk(host);
    expect((await open(undefined, { ...talk, token: other.token })).status).toBe(404);
    expect((await open(undefined, { ...talk, token: "" })).status).toBe(404);
    expect((await open(undefined, other)).status).toBe(404);
  });

  test.each([
    "900/citations/0",
    "900/citations/2",
    "901/citations/1",
    "900/citations/-1",
    "900/citations/x",
    "0x1/citations/1",
  ])("at %s, where no document was cited", async (place) => {
    expect((await open(place)).status).toBe(404);
  });

  test("that somebody but the bot has put into the talk", async () => {
    await cite({ documentId, passageId: passageIds[3] ?? "" }, "customer");
    expect((await open()).status).toBe(404);
  });

  test("of another workspace, were it cited", async () => {
    const [foreign] = await host.db.sql<
      { id: string }[]
    >`insert into workspace (name) values ('别家') returning id`;
    const theirs = await seedDocument(foreign?.id ?? "");
    await cite({ documentId: theirs.documentId, passageId: theirs.passageIds[0] ?? "" });
    expect((await open()).status).toBe(404);
  });

  test.each([
    "data_class = 'important'",
    "data_class = 'core'",
    "deleted_at = now()",
    "is_served = false",
    "valid_until = '2020-01-01'",
    "valid_from = '2120-01-01'",
  ])("of a document with %s", async (change) => {
    await host.db.sql.unsafe(`update document set ${change} where id = '${documentId}'`);
    expect((await open()).status).toBe(404);
  });

  test("of a deleted base, and of a passage that is gone", async () => {
    await host.db.sql`update knowledge_base set deleted_at = now() where id = ${baseId}`;
    expect((await open()).status).toBe(404);
    await host.db.sql`update knowledge_base set deleted_at = null where id = ${baseId}`;
    await host.db.sql`delete from passage where id = ${passageIds[3] ?? ""}`;
    expect((await open()).status).toBe(404);
  });
});
