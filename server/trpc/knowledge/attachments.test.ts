import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, seedWorkspace } from "../fixtures/seed-workspace.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let server: Console;
let editor: Client;
let agent: Client;
let stranger: Client;
let baseId: string;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  const shop = await seedWorkspace({ sql, name: "shop", hash });
  const other = await seedWorkspace({ sql, name: "other", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  agent = await server.signIn(shop.members.agent.email, PASSWORD);
  stranger = await server.signIn(other.members.owner.email, PASSWORD);
  baseId = ((await editor.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string })
    .baseId;
});
afterAll(() => server.close());

async function upload(name: string, bytes: Buffer, by = editor) {
  const response = await server.app.inject({
    method: "POST",
    url: `/console/entries/files?${new URLSearchParams({ base: baseId, name })}`,
    headers: { cookie: by.cookie, origin: "http://console.test", "content-type": "application/octet-stream" },
    payload: bytes,
  });
  return { status: response.statusCode, body: response.json() };
}

test("an uploaded picture can be named in an answer, by a path of our own", async () => {
  const { body } = await upload("尺码 表.png", PNG);
  expect(body).toMatchObject({
    type: "image",
    name: "尺码 表.png",
    mediaType: "image/png",
    size: PNG.length,
  });
  expect(body.url).toMatch(/^\/files\//);
  const content = { question: { "zh-CN": "怎么选尺码" }, attachments: [body] };
  const made = await editor.mutate("knowledge.createEntry", { baseId, content });
  const { entryId } = made.data as { entryId: string };
  const read = await editor.query("knowledge.entry", { entryId });
  expect(read.data).toMatchObject({ content: { attachments: [body] } });
});

test("a path that is none of our files is no attachment", async () => {
  for (const url of ["/console/export", "//evil.example/x.png", "javascript:alert(1)", "/files/../../etc"]) {
    const attachment = { type: "image", url, name: "x.png", mediaType: "image/png", size: 1 };
    const content = { question: { en: "size" }, attachments: [attachment] };
    expect((await editor.mutate("knowledge.createEntry", { baseId, content })).code, url).toBe(
      "invalid_request",
    );
  }
});

test("what is no picture or document is refused by its content, whatever its name", async () => {
  const reasonOf = async (name: string, bytes: Buffer) => (await upload(name, bytes)).body.error.data.facts;
  expect(await reasonOf("a.png", Buffer.from("<svg onload=alert(1)>"))).toEqual({
    reason: "attachment_type",
  });
  expect(await reasonOf("a.png", Buffer.from("MZ\u0000\u0001program"))).toEqual({
    reason: "attachment_type",
  });
  expect((await upload("large.txt", Buffer.alloc(10 * 1024 * 1024 + 1, "x"))).status).toBe(413);
});

test("who may not write entries keeps no file, and a foreign base is not found", async () => {
  expect((await upload("a.png", PNG, agent)).status).toBe(403);
  expect((await upload("a.png", PNG, stranger)).status).toBe(404);
});
