import http from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Client, type Console, createConsole } from "./fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "./fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let baseId: string;
let origin: string;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  const owner = await server.signIn(shop.members.owner.email, PASSWORD);
  ({ baseId } = (await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string });
  origin = await server.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

/** Begins to send a file and does not end. */
function beginUpload() {
  const request = http.request(`${origin}/console/documents?base=${baseId}&name=a.txt`, {
    method: "POST",
    headers: { cookie: editor.cookie, "content-type": "application/octet-stream", "content-length": 1_000 },
  });
  const answer = new Promise<http.IncomingMessage>((resolve) => request.once("response", resolve));
  // Those that are cut off at the end.
  request.on("error", () => {});
  request.write("a");
  return { request, answer };
}

const upload = (name: string, of = editor) =>
  fetch(`${origin}/console/documents?base=${baseId}&name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { cookie: of.cookie, "content-type": "application/octet-stream" },
    body: name,
  });

test("of seven files of one person under way one is refused before it is read; others' are taken, and theirs when these have ended", async () => {
  const begun = Array.from({ length: 7 }, beginUpload);
  const refused = await Promise.race(begun.map(({ answer }) => answer));
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([429, "5"]);
  const admin = await server.signIn(shop.members.admin.email, PASSWORD);
  expect((await upload("c.txt", admin)).status).toBe(200);
  for (const { request } of begun) request.destroy();
  const isTaken = async () => expect((await upload(`${Math.random()}.txt`)).status).toBe(200);
  await vi.waitFor(isTaken, { timeout: 20_000 });
});

test("as many as one likes are taken one after the other", async () => {
  for (let count = 0; count < 8; count += 1) expect((await upload(`${count}.txt`)).status).toBe(200);
});

test("the name of a file holds no path, no controls, and something else beside", async () => {
  const named = await upload("..\\../a\0\u202Eb.txt");
  // as: what our own route returns.
  const { documentId } = (await named.json()) as { readonly documentId: string };
  const { data } = await editor.query("knowledge.document.get", { documentId });
  expect(data).toMatchObject({ name: ".. .. a b.txt" });
  expect((await upload("/\0/")).status).toBe(400);
});
