import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { seedKnowledge } from "../fixtures/seed-knowledge.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let agent: Client;
let ids: Awaited<ReturnType<typeof seedKnowledge>>;
let woken: string[] = [];

beforeAll(async () => {
  server = await createConsole({ background: { wake: (_, documentId = "") => void woken.push(documentId) } });
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  ids = await seedKnowledge(server.database.sql, shop);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  agent = await server.signIn(shop.members.agent.email, PASSWORD);
});
afterAll(() => server.close());

type Listed = {
  documents: { id: string; name: string; state: string; tags: string[] }[];
  next: string | null;
};

const listed = async (filter: object = {}) => {
  const { data } = await editor.query("knowledge.document.list", { baseId: ids.baseId, ...filter });
  // as: what our own procedure answers.
  return data as Listed;
};

function upload(
  name: string,
  bytes: Buffer,
  options: { cookie?: string; origin?: string; type?: string } = {},
) {
  return server.app.inject({
    method: "POST",
    url: `/console/documents?base=${ids.baseId}&name=${encodeURIComponent(name)}`,
    headers: {
      "content-type": options.type ?? "application/octet-stream",
      origin: options.origin ?? "http://console.test",
      cookie: options.cookie ?? editor.cookie,
    },
    payload: bytes,
  });
}

describe("an upload", () => {
  test("is kept, queued, listed, and given back as it came, never to be shown in place", async () => {
    woken = [];
    const answer = await upload("../手册.pdf", Buffer.from("%PDF-1.7 x"));
    expect(answer.statusCode).toBe(200);
    const { documentId } = answer.json<{ documentId: string }>();
    expect(woken).toEqual([documentId]);
    expect((await listed()).documents[0]).toMatchObject({
      id: documentId,
      name: ".. 手册.pdf",
      state: "queued",
    });
    const original = await server.app.inject({
      url: `/console/documents/${documentId}/original`,
      headers: { cookie: editor.cookie, origin: "http://console.test" },
    });
    expect(original.body).toBe("%PDF-1.7 x");
    expect(original.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
    });
    expect(original.headers["content-disposition"]).toMatch(/^attachment;/);
  });

  test("is refused to who may not, from elsewhere, twice, and in a form that no page of ours sends", async () => {
    const bytes = Buffer.from("text");
    expect((await upload("a.txt", bytes, { cookie: "" })).statusCode).toBe(401);
    expect((await upload("a.txt", bytes, { cookie: agent.cookie })).statusCode).toBe(403);
    expect((await upload("a.txt", bytes, { origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await upload("a.txt", bytes, { type: "multipart/form-data; boundary=x" })).statusCode).toBe(415);
    expect((await upload("a.exe", bytes)).statusCode).toBe(415);
    expect((await upload("a.txt", bytes)).statusCode).toBe(200);
    const again = await upload("b.txt", bytes);
    expect(again.json()).toMatchObject({
      error: { data: { code: "conflict", facts: { reason: "same_document", name: "a.txt" } } },
    });
    expect((await upload("big.txt", Buffer.alloc(31 * 1024 * 1024))).statusCode).toBe(413);
  });
});

describe("a page", () => {
  test("is queued under its address, once", async () => {
    woken = [];
    const input = { baseId: ids.baseId, url: "https://shop.example.com/help" };
    const answer = await editor.mutate("knowledge.document.addPage", input);
    expect(answer.status).toBe(200);
    expect(woken).toHaveLength(1);
    expect((await listed({ search: "shop.example" })).documents).toMatchObject([
      { name: "shop.example.com/help" },
    ]);
    expect((await editor.mutate("knowledge.document.addPage", input)).facts.reason).toBe("same_document");
  });

  test.each([
    "ftp://example.com/",
    "javascript:alert(1)",
    "nowhere",
    "https://shop:secret@example.com/",
    "https://shop@example.com/",
  ])("%s is none", async (url) => {
    expect((await editor.mutate("knowledge.document.addPage", { baseId: ids.baseId, url })).code).toBe(
      "invalid_request",
    );
  });
});

test("tags, class and dates change what is given and nothing else", async () => {
  const { documentId } = ids;
  const change = {
    documentId,
    tags: ["退货", "2026"],
    dataClass: "important",
    validFrom: "2026-11-01",
    validUntil: "2026-11-30",
  };
  expect((await editor.mutate("knowledge.document.update", change)).status).toBe(200);
  expect((await editor.query("knowledge.document.get", { documentId })).data).toMatchObject({
    ...{
      name: "规则.txt",
      tags: ["退货", "2026"],
      validFrom: "2026-11-01",
      validUntil: "2026-11-30",
      resyncHours: null,
    },
  });
  expect((await listed({ tag: "退货" })).documents).toHaveLength(1);
  expect((await editor.query("knowledge.document.tags", { baseId: ids.baseId })).data).toContainEqual({
    tag: "退货",
    documents: 1,
  });
  const reversed = await editor.mutate("knowledge.document.update", { documentId, validUntil: "2026-10-01" });
  expect(reversed.facts.reason).toBe("dates_reversed");
});

test("a passage is edited by who has seen it last", async () => {
  const { documentId, passageId } = ids;
  const read = async () => {
    const { data } = await editor.query("knowledge.document.passages", { documentId, around: passageId });
    // as: what our own procedure answers.
    return (data as { passages: { text: string; updatedAt: string; isEdited: boolean }[] }).passages[0];
  };
  const knownAt = (await read())?.updatedAt;
  const edit = { passageId, text: "签收后七天内可退。", knownAt };
  expect((await editor.mutate("knowledge.document.editPassage", edit)).code).toBeNull();
  expect((await editor.mutate("knowledge.document.editPassage", edit)).code).toBe("conflict");
  expect(await read()).toMatchObject({ text: "签收后七天内可退。", isEdited: true });
});

test("a question is tried on what was just edited, deleted things and other days left out", async () => {
  const { documentId, passageId, baseId } = ids;
  const ask = async (options: object = {}) => {
    const { data } = await editor.query("knowledge.document.search", {
      baseIds: [baseId],
      question: "几天内可退",
      ...options,
    });
    // as: what our own procedure answers.
    return (data as { hits: { passageId: string; answer: string; coverage: number }[] }).hits;
  };
  await editor.mutate("knowledge.document.update", { documentId, validUntil: null, validFrom: null });
  expect(await ask()).toMatchObject([{ passageId, answer: "签收后七天内可退。" }]);
  await editor.mutate("knowledge.document.update", { documentId, dataClass: "core" });
  expect(await ask()).toEqual([]);
  expect(await ask({ isForCustomers: false })).toHaveLength(1);
});

test("what is deleted is out of sight and can be brought back", async () => {
  const { documentId, baseId } = ids;
  expect((await editor.mutate("knowledge.document.delete", { documentId })).status).toBe(200);
  expect((await editor.query("knowledge.document.get", { documentId })).code).toBe("not_found");
  expect((await listed({ isDeleted: true })).documents).toMatchObject([{ id: documentId }]);
  expect((await editor.mutate("knowledge.document.restore", { documentId })).status).toBe(200);
  expect((await editor.query("knowledge.document.get", { documentId })).data).toMatchObject({
    baseId,
    state: "ready",
  });
});

test("a reading is stopped, asked for again, and not asked for where nothing can have changed", async () => {
  const { documentId } = ids;
  expect((await editor.mutate("knowledge.document.retry", { documentId })).facts.reason).toBe(
    "document_is_read",
  );
  await server.database
    .sql`update document set state = 'failed', error_code = 'corrupt' where id = ${documentId}`;
  woken = [];
  expect((await editor.mutate("knowledge.document.retry", { documentId })).status).toBe(200);
  expect(woken).toEqual([documentId]);
  await editor.mutate("knowledge.document.cancel", { documentId });
  expect((await editor.query("knowledge.document.get", { documentId })).data).toMatchObject({
    state: "ready",
    isServed: true,
  });
});
