import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let other: SeededWorkspace;
let editor: Client;
let reviewer: Client;
let analyst: Client;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  other = await seedWorkspace({ sql, name: "other", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  reviewer = await server.signIn(shop.members.reviewer.email, PASSWORD);
  analyst = await server.signIn(shop.members.analyst.email, PASSWORD);
});
afterAll(() => server.close());

const say = (client: Client, text: string, mentions?: readonly string[]) =>
  client.mutate("comment.add", {
    botId: shop.botId,
    flowId: "main",
    nodeId: "hello",
    message: null,
    question: null,
    text,
    ...(mentions ? { mentions } : {}),
  });

type Comment = {
  readonly id: string;
  readonly text: string;
  readonly isUnread: boolean;
  readonly mentions: object[];
};

async function look(client: Client) {
  const { data: comments } = await client.query("comment.list", { botId: shop.botId, isResolved: false });
  const { data: unread } = await client.query("comment.unread", { botId: shop.botId });
  const { data: bots } = await client.query("bot.list", { timeZone: "Asia/Shanghai" });
  // as: what our own procedures return.
  return {
    comments: comments as readonly Comment[],
    unread: (unread as { unread: number }).unread,
    mark: (bots as readonly { id: string; mentions: number }[]).find(({ id }) => id === shop.botId)?.mentions,
  };
}

test("who is called finds a mark, in the builder and in the list of bots, until they have looked", async () => {
  await say(editor, "@reviewer 这句太长", [shop.members.reviewer.userId]);
  expect(await look(reviewer)).toMatchObject({
    comments: [{ isUnread: true, mentions: [{ userId: shop.members.reviewer.userId, name: "reviewer" }] }],
    unread: 1,
    mark: 1,
  });
  expect(await look(analyst)).toMatchObject({ comments: [{ isUnread: false }], unread: 0, mark: 0 });

  expect((await reviewer.mutate("comment.markRead", { botId: shop.botId })).data).toEqual({ read: 1 });
  expect(await look(reviewer)).toMatchObject({ comments: [{ isUnread: false }], unread: 0, mark: 0 });
  expect((await look(reviewer)).comments[0]?.mentions).toHaveLength(1);
});

test("nobody outside of the workspace is called, nor oneself, nor anybody twice", async () => {
  const { editor: self, analyst: called } = shop.members;
  const answer = await say(editor, "大家看看", [
    ...[other.members.owner.userId, self.userId],
    ...[called.userId, called.userId],
  ]);
  expect(answer.code).toBeNull();
  const rows = await server.database.sql`
    select m.user_id from comment_mention m join flow_comment c on c.id = m.comment_id where c.text = '大家看看'`;
  expect(rows.map(({ user_id }) => user_id)).toEqual([called.userId]);
});

test("names to call are those of the own workspace", async () => {
  const { data } = await editor.query("comment.people");
  // as: what our own procedure returns.
  const people = data as readonly { userId: string; isSelf: boolean }[];
  expect(people.map(({ userId }) => userId).sort()).toEqual(
    Object.values(shop.members)
      .map(({ userId }) => userId)
      .sort(),
  );
  expect(people.filter(({ isSelf }) => isSelf)).toMatchObject([{ userId: shop.members.editor.userId }]);
});

test("comments and their marks outlive a resolve and a new version", async () => {
  await say(editor, "发布前改好", [shop.members.analyst.userId]);
  const find = async (isResolved: boolean) =>
    ((await editor.query("comment.list", { botId: shop.botId, isResolved })).data as readonly Comment[]).find(
      ({ text }) => text === "发布前改好",
    );
  const before = await find(false);
  await editor.mutate("comment.resolve", { commentId: before?.id, isResolved: true });
  expect(await find(false)).toBeUndefined();
  expect(await find(true)).toMatchObject({ id: before?.id, mentions: [{ name: "analyst" }] });
  await editor.mutate("comment.resolve", { commentId: before?.id, isResolved: false });

  const { sql } = server.database;
  const [version] = await sql<{ id: string }[]>`
    insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi)
    select workspace_id, bot_id, 2, bundle, models, 'def', engine_abi from flow_version where bot_id = ${shop.botId}
    returning id`;
  await sql`update bot set live_version_id = ${version?.id ?? null} where id = ${shop.botId}`;
  await editor.mutate("version.restoreToDraft", { versionId: shop.versionId });
  expect(await find(false)).toMatchObject({ id: before?.id, nodeId: "hello" });
});
