import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Meanings } from "#server/knowledge/embedding/meanings.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { seedAskedBase } from "../fixtures/seed-asked-base.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

/** A provider that answers nothing before the test lets it. */
const slow = { waiting: 0, gate: Promise.withResolvers<void>() };
const meanings: Meanings = {
  refresh: async () => {},
  begin: () => {
    let isOpen = true;
    return {
      findPassages: () => null,
      findEntries: () => null,
      isOpen: () => isOpen,
      resolve: async () => {
        isOpen = false;
        slow.waiting += 1;
        await slow.gate.promise;
      },
    };
  },
};

const TEXT = "退货须在签收后七天内提出。";
let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let baseId: string;

beforeAll(async () => {
  server = await createConsole({ meanings });
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  baseId = await seedAskedBase(sql, { ...shop, text: TEXT, isAsked: true });
});
afterAll(() => server.close());

const search = (text: string) => ({
  ...{ mode: "inline", name: "search-passages" },
  input: { bases: [baseId], text, tags: [], limit: 3, skipSmallTalk: false },
});
const faq = (text: string) => ({
  mode: "inline",
  name: "match-faq",
  input: { faqSets: [], bases: [baseId], text },
});
const preview = (request: object) =>
  owner.mutate("preview.match", { botId: shop.botId, locale: "zh-CN", expects: null, request });

async function makeLink(): Promise<string> {
  const { data } = await owner.mutate("tester.create", {
    ...{ botId: shop.botId, name: "试用", versionId: null, days: 7, password: null },
  });
  // as: what our own procedure returns.
  return (data as { readonly url: string }).url.split("/").at(-1) ?? "";
}

test("no connection is held while a provider is waited for, by previews, testers or who tries a base", async () => {
  const token = await makeLink();
  const asking = Promise.all([
    preview(search("签收后能退货吗")),
    preview(faq("签收后能退货吗")),
    server
      .as("")
      .mutate("tester.match", { token, pass: null, locale: "zh-CN", request: search("签收后几天退货") }),
    owner.query("knowledge.document.search", { baseIds: [baseId], question: "签收后怎么退货" }),
  ]);
  await vi.waitFor(() => expect(slow.waiting).toBe(4), { timeout: 20_000 });
  const held = await server.database.sql`
    select state, query from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;
  expect(held).toEqual([]);
  slow.gate.resolve();
  const [tried, , tested, found] = await asking;
  for (const { data } of [tried, tested, found]) expect(JSON.stringify(data)).toContain(TEXT);
});
