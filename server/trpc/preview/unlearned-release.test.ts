import { afterAll, beforeAll, expect, test } from "vitest";
import type { Knowledge } from "#server/runtime/knowledge-store.ts";
import { NotLearned } from "#server/runtime/learn-anew.ts";
import { type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let held: readonly unknown[] | null = null;

/** A release that an older program made, which is being learned anew. */
async function getFresh(): Promise<Knowledge> {
  held = await server.database.sql`
    select state, query from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;
  throw new NotLearned({ againInMs: 0, isLoss: false });
}

beforeAll(async () => {
  const get = () => getFresh();
  server = await createConsole({ knowledge: { get, getFresh, forgetAll: () => {} } });
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
});
afterAll(() => server.close());

test("a preview of a base that is being learned anew is told to ask again, and holds no transaction meanwhile", async () => {
  const owner = await server.signIn(shop.members.owner.email, PASSWORD);
  const created = await owner.mutate("knowledge.createBase", { name: "售后" });
  // as: what our own procedure returns.
  const { baseId } = created.data as { readonly baseId: string };
  const { data } = await owner.mutate("preview.match", {
    ...{ botId: shop.botId, locale: "zh-CN", expects: null },
    request: {
      ...{ mode: "inline", name: "match-faq" },
      input: { faqSets: [], bases: [baseId], text: "怎么退货" },
    },
  });
  expect(data).toEqual({ type: "learning" });
  expect(held).toEqual([]);
});
