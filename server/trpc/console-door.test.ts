import { tracingChannel } from "node:diagnostics_channel";
import http from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Client, type Console, createConsole } from "./fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "./fixtures/seed-workspace.ts";

const { reading } = vi.hoisted(() => {
  const reading = Promise.withResolvers<never>();
  return { reading };
});
vi.mock("#server/knowledge/faq/import/import-entries.ts", async (load) => {
  // as: the very module that is mocked.
  const real = (await load()) as typeof import("#server/knowledge/faq/import/import-entries.ts");
  return { ...real, previewImport: () => reading.promise };
});

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

function send(path: string, size: number) {
  const request = http.request(`${origin}/console/${path}?base=${baseId}&name=a.txt`, {
    method: "POST",
    agent: false,
    headers: { cookie: editor.cookie, "content-type": "application/octet-stream", "content-length": size },
  });
  const answer = new Promise<http.IncomingMessage>((resolve) => request.once("response", resolve));
  // Those that are cut off at the end.
  request.on("error", () => {});
  request.write("a");
  return { request, answer };
}

/** Begins to send a file and does not end. */
const beginUpload = () => send("documents", 1_000);

/** Ends the connections, and waits until the server has seen it. */
async function drop(requests: readonly http.ClientRequest[], closed: () => number): Promise<void> {
  for (const request of requests) request.destroy();
  await vi.waitFor(() => expect(closed()).toBe(requests.length), { timeout: 20_000 });
}

/** Counts the calls whose heads the server reads from now on, and those of them whose connection it saw end. */
function watchCalls() {
  const seen = { heads: 0, closed: 0 };
  const count = (_request: http.IncomingMessage, response: http.ServerResponse): void => {
    seen.heads += 1;
    response.once("close", () => (seen.closed += 1));
  };
  server.app.server.on("request", count);
  return { seen, stop: () => server.app.server.off("request", count) };
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

test("who goes while it is looked up who they are leaves no place taken", async () => {
  const { seen, stop } = watchCalls();
  const { promise: isGone, resolve: release } = Promise.withResolvers<void>();
  const isLocked = Promise.withResolvers<void>();
  const locking = server.database.sql.begin(async (tx) => {
    await tx`lock table member in access exclusive mode`;
    isLocked.resolve();
    await isGone;
  });
  await isLocked.promise;
  const begun = Array.from({ length: 6 }, beginUpload);
  await vi.waitFor(() => expect(seen.heads).toBe(6), { timeout: 20_000 });
  await drop(
    begun.map(({ request }) => request),
    () => seen.closed,
  );
  stop();
  release();
  await locking;
  for (let count = 0; count < 8; count += 1) expect((await upload(`gone ${count}.txt`)).status).toBe(200);
});

test("a file that waits to be read keeps its place when its sender has gone, whichever door it came by", async () => {
  const { seen, stop } = watchCalls();
  let begun = 0;
  const count = (): void => {
    begun += 1;
  };
  const handling = tracingChannel("fastify.request.handler");
  handling.start.subscribe(count);
  const sent = Array.from({ length: 6 }, () => send("entries/preview", 1).request);
  await vi.waitFor(() => expect(begun).toBe(6), { timeout: 20_000 });
  await drop(sent, () => seen.closed);
  handling.start.unsubscribe(count);
  stop();
  expect((await upload("more.txt")).status).toBe(429);
  reading.reject(new Error("nobody reads it any more"));
  const isTaken = async () => expect((await upload("taken.txt")).status).toBe(200);
  await vi.waitFor(isTaken, { timeout: 20_000 });
});
