import { afterAll, beforeAll, expect, test } from "vitest";
import type { ListedItem } from "#server/knowledge/quality/labels/list-items.ts";
import type { ListedSample } from "#server/knowledge/quality/labels/list-samples.ts";
import type { Agreement } from "#server/knowledge/quality/labels/measure-agreement.ts";
import { nextItem } from "#server/knowledge/quality/labels/next-item.ts";
import { pickQuestions } from "#server/knowledge/quality/labels/pick-questions.ts";
import { settleLoneLabels } from "#server/knowledge/quality/labels/settle-lone-labels.ts";
import { type Client, type Console, createConsole } from "../../fixtures/create-console.ts";
import { faqStep, seedTalk } from "../../fixtures/seed-talk.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../../fixtures/seed-workspace.ts";

let server: Console;
let shops = 0;

beforeAll(async () => {
  server = await createConsole();
});
afterAll(() => server.close());

type Shop = SeededWorkspace & { readonly owner: Client; readonly editor: Client; readonly reviewer: Client };

/** A workspace of its own for each test: draws take what is there. */
async function openShop(): Promise<Shop> {
  shops += 1;
  const { hash } = (await server.auth.$context).password;
  const shop = await seedWorkspace({ sql: server.database.sql, name: `shop${shops}`, hash });
  const [owner, editor, reviewer] = await Promise.all(
    (["owner", "editor", "reviewer"] as const).map((role) =>
      server.signIn(shop.members[role].email, PASSWORD),
    ),
  );
  if (!owner || !editor || !reviewer) throw new Error("nobody signed in");
  return { ...shop, owner, editor, reviewer };
}

const returns = { entryId: "return", question: "怎么退货" };
const talk = { question: "怎么退货", answer: "七天内可退。", steps: [faqStep("hit", [returns])] };

const draw = (client: Client, input: object = {}) =>
  client.mutate("knowledge.label.draw", { name: "十一月", botId: null, days: 30, size: 50, ...input });
const listSamples = async (client: Client) =>
  (await client.query("knowledge.label.samples")).data as readonly ListedSample[];

type Next = Awaited<ReturnType<typeof nextItem>>;
const next = async (client: Client) => (await client.mutate("knowledge.label.next", {})).data as Next;
const take = async (client: Client) => {
  const { item } = await next(client);
  if (item === null) throw new Error("nothing to label");
  return item;
};

const right = { scope: "yes", verdict: "right", relevant: [{ ...returns, grade: 2 }] };
const label = (client: Client, itemId: string, changes: object = {}) =>
  client.mutate("knowledge.label.save", { itemId, ...right, ...changes });
const list = async (client: Client, state: "disputed" | "settled") =>
  ((await client.query("knowledge.label.items", { state })).data as { items: readonly ListedItem[] }).items;

test("only what customers wrote and a node tried to understand is drawn, with personal data masked", async () => {
  const shop = await openShop();
  const { sql } = server.database;
  await seedTalk(sql, shop, {
    ...talk,
    question: "我的手机是 13812345678，怎么退货",
    answer: "已发到 13812345678",
  });
  await seedTalk(sql, shop, { ...talk, question: "北京市", steps: [{ kind: "form", port: "next" }] });
  await seedTalk(sql, shop, { ...talk, isChoice: true });
  await seedTalk(sql, shop, { ...talk, at: new Date(Date.now() - 40 * 86_400_000) });
  expect((await draw(shop.owner)).data).toMatchObject({ items: 1 });
  const item = await take(shop.owner);
  expect(item).toMatchObject({
    question: "我的手机是 13*******78，怎么退货",
    answer: "已发到 13*******78",
    before: "您好，请问有什么可以帮您？",
    answeredBy: "faq",
    found: [{ entryId: "return", type: "entry", question: "怎么退货", score: 0.9 }],
  });
  expect((await draw(shop.owner)).facts.reason).toBe("nothing_to_draw");
});

test("a draw gives each stratum its share, and the same seed draws the same questions", async () => {
  const shop = await openShop();
  const { sql } = server.database;
  for (let at = 0; at < 40; at += 1) {
    const steps = at % 4 === 0 ? [faqStep("miss"), { kind: "fallback", port: "retry" }] : talk.steps;
    await seedTalk(sql, shop, { ...talk, question: `问题 ${at}`, steps });
  }
  const drawn = async (seed: number | null) => {
    expect((await draw(shop.owner, { size: 20, seed })).data).toMatchObject({ items: 20 });
    const [sample] = await listSamples(shop.owner);
    const items = await sql<{ question: string; stratum: string }[]>`
      select question, stratum from label_item where sample_id = ${sample?.id ?? ""} order by position`;
    await shop.owner.mutate("knowledge.label.deleteSample", { sampleId: sample?.id });
    return { sample, items };
  };
  const first = await drawn(null);
  expect(first.sample).toMatchObject({ items: 20, annotators: 2, population: { faq: 30, fallback: 10 } });
  expect(first.items.filter(({ stratum }) => stratum === "fallback")).toHaveLength(5);
  const again = await drawn(Number(first.sample?.seed));
  expect(again.items).toEqual(first.items);
  expect((await drawn(Number(first.sample?.seed) + 1)).items).not.toEqual(first.items);
  const log = await sql<{ action: string }[]>`
    select action from audit_entry where workspace_id = ${shop.workspaceId} order by id`;
  expect(log.map(({ action }) => action).slice(0, 2)).toEqual(["label-sample-drawn", "label-sample-deleted"]);
});

test("over many seeds each question has the same chance, in small strata too, and a draw is never short", async () => {
  const shop = await openShop();
  const { sql } = server.database;
  for (let at = 0; at < 12; at += 1) {
    const steps = at === 0 ? [faqStep("miss"), { kind: "fallback", port: "retry" }] : talk.steps;
    await seedTalk(sql, shop, { ...talk, question: `问题 ${at}`, steps });
  }
  const times = new Map<string, number>();
  for (let seed = 0; seed < 240; seed += 1) {
    const { picked } = await sql.begin((tx) =>
      pickQuestions(tx, {
        ...{ workspaceId: shop.workspaceId, botId: shop.botId, size: 4, seed },
        ...{ from: new Date(0), to: new Date(Date.now() + 60_000) },
      }),
    );
    expect(new Set(picked.map(({ conversationId }) => conversationId)).size).toBe(4);
    for (const { conversationId } of picked) times.set(conversationId, (times.get(conversationId) ?? 0) + 1);
  }
  // 80 of 240 are expected; the seeds are given, so the counts are always the same.
  expect(times.size).toBe(12);
  for (const count of times.values()) expect(Math.abs(count - 80)).toBeLessThan(25);
});

test("two people never get the same item at the same moment, and both get it in the end", async () => {
  const shop = await openShop();
  for (const question of ["怎么退货", "怎么换货"])
    await seedTalk(server.database.sql, shop, { ...talk, question });
  await draw(shop.owner);
  const [mine, theirs] = await Promise.all([take(shop.owner), take(shop.editor)]);
  expect(mine.id).not.toBe(theirs.id);
  expect((await take(shop.owner)).id).toBe(mine.id);
  expect((await next(shop.reviewer)).item).toBeNull();
  await label(shop.owner, mine.id);
  await label(shop.editor, theirs.id);
  expect((await take(shop.owner)).id).toBe(theirs.id);
  expect((await take(shop.editor)).id).toBe(mine.id);
  await label(shop.owner, theirs.id);
  await label(shop.editor, mine.id);
  expect(await next(shop.owner)).toMatchObject({ item: null, progress: { mine: 2, waiting: 0 } });
  expect(await list(shop.owner, "settled")).toHaveLength(2);
});

test("whoever leaves an item open keeps it from others for ten minutes only", async () => {
  const shop = await openShop();
  await seedTalk(server.database.sql, shop, talk);
  await draw(shop.owner);
  const item = await take(shop.owner);
  const asEditor = (minutes: number) =>
    server.database.sql.begin((tx) =>
      nextItem(tx, {
        ...{ workspaceId: shop.workspaceId, userId: shop.members.editor.userId, sampleId: null },
        now: new Date(Date.now() + minutes * 60_000),
      }),
    );
  expect((await asEditor(9)).item).toBeNull();
  expect((await asEditor(11)).item?.id).toBe(item.id);
});

test("what is put off comes last, and what was said last can be taken back", async () => {
  const shop = await openShop();
  for (const question of ["怎么退货", "怎么换货"])
    await seedTalk(server.database.sql, shop, { ...talk, question });
  await draw(shop.owner);
  const first = await take(shop.owner);
  await shop.owner.mutate("knowledge.label.skip", { itemId: first.id });
  const second = await take(shop.owner);
  expect(second.id).not.toBe(first.id);
  await label(shop.owner, second.id, { verdict: "wrong" });
  expect((await shop.owner.mutate("knowledge.label.undo", { itemId: second.id })).status).toBe(200);
  expect((await take(shop.owner)).id).toBe(second.id);
  await label(shop.owner, second.id);
  expect((await take(shop.owner)).id).toBe(first.id);
  expect((await shop.owner.mutate("knowledge.label.undo", { itemId: first.id })).facts.reason).toBe(
    "label_too_old",
  );
});

test("neither sees the other's label before both have spoken; where they differ somebody who approves decides", async () => {
  const shop = await openShop();
  await seedTalk(server.database.sql, shop, talk);
  await draw(shop.owner);
  const item = await take(shop.owner);
  await label(shop.owner, item.id, { note: "完全正确" });
  expect((await shop.editor.mutate("knowledge.label.next", {})).body).not.toContain("完全正确");
  for (const state of ["disputed", "settled"] as const) expect(await list(shop.editor, state)).toEqual([]);
  await label(shop.editor, item.id, { verdict: "partly", note: "少了运费" });
  const [disputed] = await list(shop.editor, "disputed");
  expect(disputed?.labels).toMatchObject([
    { userName: "owner", verdict: "right", note: "完全正确", isOwn: false },
    { userName: "editor", verdict: "partly", note: "少了运费", isOwn: true },
  ]);
  const decision = { itemId: item.id, ...right, verdict: "partly", note: "运费要写" };
  expect((await shop.editor.mutate("knowledge.label.adjudicate", decision)).code).toBe("forbidden");
  expect((await shop.reviewer.mutate("knowledge.label.adjudicate", decision)).status).toBe(200);
  const [settled] = await list(shop.editor, "settled");
  expect(settled).toMatchObject({ settledBy: "adjudication", labels: [{}, {}, { kind: "adjudication" }] });
  expect((await label(shop.reviewer, item.id)).facts.reason).toBe("item_settled");
  expect((await shop.owner.mutate("knowledge.label.undo", { itemId: item.id })).facts.reason).toBe(
    "item_settled",
  );
});

test("agreement is shown with its count, and not at all for a few pairs", async () => {
  const shop = await openShop();
  for (let at = 0; at < 32; at += 1)
    await seedTalk(server.database.sql, shop, { ...talk, question: `问题 ${at}` });
  await draw(shop.owner);
  const measure = async () =>
    (await shop.owner.query("knowledge.label.agreement", {})).data as { agreements: readonly Agreement[] };
  const labelNext = async (at: number) => {
    const { id } = await take(shop.owner);
    // Of 32, 16 agree on `right`, 8 on `wrong`, 8 disagree.
    await label(shop.owner, id, { verdict: at < 24 ? "right" : "wrong" });
    await take(shop.editor);
    await label(shop.editor, id, { verdict: at < 16 ? "right" : "wrong" });
  };
  for (let at = 0; at < 29; at += 1) await labelNext(at);
  expect((await measure()).agreements[1]).toMatchObject({ question: "verdict", result: null, count: 29 });
  for (let at = 29; at < 32; at += 1) await labelNext(at);
  const [scope, verdict, entry] = (await measure()).agreements;
  // By hand: agreed 24/32, by chance (24*16 + 8*16)/1024 = 0.5.
  expect(verdict).toMatchObject({ count: 32, result: { agreed: 0.75, kappa: 0.5, level: "moderate" } });
  expect(scope?.result).toMatchObject({ agreed: 1, kappa: null });
  expect(entry).toMatchObject({ count: 32, unsure: 0 });
});

test("where nobody else may label, one label settles an item", async () => {
  const shop = await openShop();
  const { sql } = server.database;
  await sql`update member set disabled_at = now() where workspace_id = ${shop.workspaceId} and role in ('admin', 'editor', 'reviewer')`;
  await seedTalk(sql, shop, talk);
  await draw(shop.owner);
  const item = await take(shop.owner);
  await label(shop.owner, item.id);
  expect(await list(shop.owner, "settled")).toMatchObject([{ settledBy: "one" }]);
  expect((await listSamples(shop.owner))[0]).toMatchObject({ annotators: 1, settled: 1, waiting: 0 });
});

test("when the colleagues have left, what one had labelled counts", async () => {
  const shop = await openShop();
  const { sql } = server.database;
  await seedTalk(sql, shop, talk);
  await draw(shop.owner);
  await label(shop.owner, (await take(shop.owner)).id);
  await settleLoneLabels(sql);
  expect(await list(shop.owner, "settled")).toEqual([]);
  await sql`update member set disabled_at = now() where workspace_id = ${shop.workspaceId} and role in ('admin', 'editor', 'reviewer')`;
  await settleLoneLabels(sql);
  expect(await list(shop.owner, "settled")).toMatchObject([{ settledBy: "one" }]);
});
