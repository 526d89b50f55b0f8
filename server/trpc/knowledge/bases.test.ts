import { afterAll, beforeAll, expect, test } from "vitest";
import { findBaseUsers } from "#server/knowledge/bases/find-base-users.ts";
import { listBases } from "#server/knowledge/bases/list-bases.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let other: SeededWorkspace;
let owner: Client;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  other = await seedWorkspace({ sql: server.database.sql, name: "other", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

const makeBase = async (name: string) =>
  ((await owner.mutate("knowledge.createBase", { name })).data as { baseId: string }).baseId;

/** A flow that names a base deep within, as a kind unknown to the list would. */
const naming = (...baseIds: readonly string[]) => ({ flow: { nodes: [{ config: { any: [{ baseIds }] } }] } });

const write = (of: SeededWorkspace, bundle: ReturnType<typeof naming>) => server.database.sql`
  insert into flow_draft (bot_id, workspace_id, bundle)
  values (${of.botId}, ${of.workspaceId}, ${server.database.sql.json(bundle)})
  on conflict (bot_id) do update set bundle = excluded.bundle, rev = flow_draft.rev + 1`;

const usersOf = async (baseId: string) => {
  const { usedBy } = (await owner.query("knowledge.base", { baseId })).data as { usedBy: readonly object[] };
  const bases = (await owner.query("knowledge.bases")).data as readonly { id: string; usedBy: object[] }[];
  return { one: usedBy, listed: bases.find(({ id }) => id === baseId)?.usedBy };
};

test("who names a base follows the draft, wherever in it the base is named", async () => {
  const [first, second] = [await makeBase("售后"), await makeBase("会员")];
  await write(shop, naming(first, first));
  expect(await usersOf(first)).toMatchObject({
    one: [{ botId: shop.botId, inDraft: true, isLive: false }],
    listed: [{ botId: shop.botId }],
  });
  expect(await usersOf(second)).toEqual({ one: [], listed: [] });
  await write(shop, naming(second));
  expect(await usersOf(first)).toEqual({ one: [], listed: [] });
  expect((await usersOf(second)).listed).toHaveLength(1);
});

test("a bot of another workspace that writes the id of a base does not use it", async () => {
  const baseId = await makeBase("物流");
  await write(other, naming(baseId));
  expect(await usersOf(baseId)).toEqual({ one: [], listed: [] });
});

test("no bundle is read to say who names a base: they may be large", async () => {
  const baseId = await makeBase("支付");
  await write(shop, naming(baseId));
  const undone = new Error("undone");
  const looking = server.database.sql.begin(async (tx) => {
    await tx`alter table flow_draft rename column bundle to out_of_reach`;
    await tx`alter table flow_version rename column bundle to out_of_reach`;
    const bases = await listBases(tx, shop.workspaceId);
    expect(bases.find(({ id }) => id === baseId)?.usedBy).toHaveLength(1);
    expect(await findBaseUsers(tx, { workspaceId: shop.workspaceId, baseId })).toHaveLength(1);
    throw undone;
  });
  await expect(looking).rejects.toBe(undone);
});

test("documents that could not be read are counted apart from those that answer", async () => {
  const baseId = await makeBase("手册");
  const add = (name: string, state: string, isServed: boolean) => server.database.sql`
    insert into document (base_id, workspace_id, name, source, state, is_served, size, author_name)
    values (${baseId}, ${shop.workspaceId}, ${name}, 'upload', ${state}, ${isServed}, 1, 'owner')`;
  await add("说明书.pdf", "ready", true);
  await add("旧版还在用.pdf", "failed", true);
  await add("损坏.pdf", "failed", false);
  await add("排队.pdf", "queued", false);
  const bases = (await owner.query("knowledge.bases")).data as readonly { id: string }[];
  expect(bases.find(({ id }) => id === baseId)).toMatchObject({ documents: 2, failedDocuments: 1 });
});
