import { afterAll, beforeAll, expect, test } from "vitest";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import { limitToTestedBases } from "#server/testers/limit-to-tested-bases.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { seedAskedBase } from "../fixtures/seed-asked-base.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

const ASKED = "退货须在签收后七天内提出。";
const UNASKED = "退货率高于百分之五的门店须在签收后向总部说明。";
let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let asked: string;
let unasked: string;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  unasked = await seedAskedBase(sql, { ...shop, text: UNASKED, isAsked: false });
  asked = await seedAskedBase(sql, { ...shop, text: ASKED, isAsked: true });
});
afterAll(() => server.close());

async function askThroughLink(versionId: string | null, bases: readonly string[]): Promise<string> {
  const made = await owner.mutate("tester.create", {
    ...{ botId: shop.botId, name: "试用", versionId, days: 7, password: null },
  });
  // as: what our own procedure returns.
  const token = (made.data as { readonly url: string }).url.split("/").at(-1) ?? "";
  const answer = await server.as("").mutate("tester.match", {
    ...{ token, pass: null, locale: "zh-CN" },
    request: {
      ...{ mode: "inline", name: "search-passages" },
      input: { bases, text: "签收后多久能退货", tags: [], limit: 5, skipSmallTalk: false },
    },
  });
  expect(answer.code).toBeNull();
  return JSON.stringify(answer.data);
}

test("who holds a link is answered from the bases that the flow asks, whatever bases they name", async () => {
  const both = await askThroughLink(null, [unasked, asked]);
  expect(both).toContain(ASKED);
  expect(both).not.toContain(UNASKED);
  expect(await askThroughLink(null, [unasked])).not.toContain(UNASKED);
});

test("a link to a version opens the bases of that version, not those of the draft", async () => {
  expect(await askThroughLink(shop.versionId, [asked])).not.toContain(ASKED);
});

test("every call that names bases is limited; one that names none stays as it is", async () => {
  const bases = [unasked, asked.toUpperCase()];
  const requests: InlineRequest[] = [
    { mode: "inline", name: "match-faq", input: { faqSets: ["shop"], bases, text: "退货" } },
    {
      ...{ mode: "inline", name: "search-passages" },
      input: { bases, text: "退货", tags: [], limit: 3, skipSmallTalk: false },
    },
    {
      ...{ mode: "inline", name: "query-graph" },
      input: { bases, ask: "facts", text: "退货", path: [], filters: [], limit: 3 },
    },
  ];
  const link = { ...shop, id: "x", name: "试用", versionId: null, passwordHash: null };
  const limit = (request: InlineRequest) =>
    withWorkspace(server.database.sql, shop.workspaceId, (tx) => limitToTestedBases(tx, link, request));
  for (const request of requests)
    expect((await limit(request)).input).toEqual({ ...request.input, bases: [asked.toUpperCase()] });
  const intent: InlineRequest = {
    mode: "inline",
    name: "match-intent",
    input: { flowId: "main", nodeId: "hello", text: "在吗" },
  };
  expect(await limit(intent)).toEqual(intent);
});
