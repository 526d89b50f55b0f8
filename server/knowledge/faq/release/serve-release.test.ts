import { afterAll, beforeAll, expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import { findChangedWords } from "#server/knowledge/faq/words/find-changed-words.ts";
import { releaseWords } from "#server/knowledge/faq/words/release-words.ts";
import { log } from "#server/log.ts";
import type { ConversationRef, PublicMessage } from "#server/runtime/contract.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { performRun } from "#server/testing/perform-run.ts";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";

/** From "approve" and "release" in the console to the customer's next message: the console and two processes that serve talks. */

let server: Console;
let shop: SeededWorkspace;
let other: SeededWorkspace;
let owner: Client;
let stranger: Client;
let here: RuntimeHost;
/** Another process: nobody tells it of a release. */
let elsewhere: RuntimeHost;
let now = Date.now();

beforeAll(async () => {
  server = await createConsole({
    forgetBots: () => here.bots.forgetAll(),
    forgetKnowledge: () => here.knowledge.forgetAll(),
  });
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  other = await seedWorkspace({ sql, name: "other", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  stranger = await server.signIn(other.members.owner.email, PASSWORD);
  const open = () => createRuntime({ sql, log, registry: nodeRegistry, tasks: [], now: () => now });
  [here, elsewhere] = [open(), open()];
});
afterAll(async () => {
  await Promise.all([here.drain(1_000), elsewhere.drain(1_000)]);
  await server.close();
});

const makeBase = async (client = owner) =>
  ((await client.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;

type Given = {
  readonly question: string;
  readonly answer: string;
  readonly more?: object;
  readonly by?: Client;
};

/** Writes, approves and releases one entry. */
async function tell(baseId: string, { question, answer, more = {}, by = owner }: Given): Promise<string> {
  const made = await by.mutate("knowledge.createEntry", {
    baseId,
    content: {
      question: { "zh-CN": question },
      answers: [{ locale: "zh-CN", channel: null, text: answer }],
      ...more,
    },
  });
  const { entryId, rev } = made.data as { entryId: string; rev: number };
  await approve(baseId, entryId, { rev, by });
  return entryId;
}

async function approve(baseId: string, entryId: string, { rev, by = owner }: { rev: number; by?: Client }) {
  await by.mutate("knowledge.approve", { baseId, action: "approve", entries: [{ entryId, rev }] });
  expect((await by.mutate("knowledge.release", { baseId })).status).toBe(200);
}

function draw(bases: readonly string[], faqSets: readonly string[] = []) {
  const text = (words: string) => ({ kind: "message", config: { blocks: [{ type: "text", text: words }] } });
  const set = {
    name: "流程里的",
    entries: [{ id: "e1", question: "门店几点关门", similar: [], answer: "晚上十点。" }],
  };
  return bundleSchema.parse(
    drawBundle(
      {
        nodes: {
          start: { kind: "start" },
          faq: { kind: "faq", config: { faqSets: [...faqSets], bases: [...bases] } },
          end: { kind: "end", config: {} },
          near: text("相近"),
          miss: text("没找到"),
        },
        wires: [
          ...["start.next -> faq", "faq.hit -> end", "faq.suggest -> near", "faq.miss -> miss"],
          ...["near.next -> end", "miss.next -> end"],
        ],
      },
      { faqSets: faqSets.length === 0 ? {} : { own: set } },
    ),
  );
}

async function saveDraft(bundle: unknown): Promise<number> {
  const [row] = await server.database.sql<{ rev: number }[]>`
    insert into flow_draft (bot_id, workspace_id, bundle, rev)
    values (${shop.botId}, ${shop.workspaceId}, ${JSON.stringify(bundle)}::text::jsonb, 1)
    on conflict (bot_id) do update set bundle = excluded.bundle, rev = flow_draft.rev + 1 returning rev`;
  return row?.rev ?? 0;
}

async function publish(bundle: unknown) {
  const draftRev = await saveDraft(bundle);
  const answer = await owner.mutate("release.publish", {
    ...{ botId: shop.botId, draftRev, note: "", running: "finish" },
  });
  expect(answer.data).toMatchObject({ type: "published" });
}

type Asking = { readonly host?: RuntimeHost; readonly channel?: string };

async function ask(text: string, { host = here, channel = "web" }: Asking = {}) {
  const { conversationId } = await host.startConversation({
    ...{ botId: shop.botId, channel, locale: "zh-CN", contactKey: `visitor:${crypto.randomUUID()}` },
    ...{ isVerified: false, contactName: null, context: {} },
  });
  const ref: ConversationRef = { conversationId, workspaceId: shop.workspaceId, botId: shop.botId };
  const input = { clientId: crypto.randomUUID(), text, choice: null, attachments: [] };
  return { ref, said: toTexts((await host.receiveMessage(ref, input)).messages) };
}

const toTexts = (messages: readonly PublicMessage[]) =>
  messages.flatMap(({ parts }) => parts.map((part) => (part.type === "text" ? part.text : part.type)));

test("a release reaches the very next turn, word for word, and another process within two seconds", async () => {
  const baseId = await makeBase();
  const words = "签收后 **7** 天内可退 {{ 不是变量 }}。";
  const entryId = await tell(baseId, { question: "怎么退货", answer: words });
  await publish(draw([baseId]));
  expect((await ask("如何退货")).said).toEqual([words]);
  expect((await ask("如何退货", { host: elsewhere })).said).toEqual([words]);

  await owner.mutate("knowledge.updateEntry", {
    ...{
      entryId,
      rev: 3,
      changes: { answers: [{ locale: "zh-CN", channel: null, text: "十五天内可退。" }] },
    },
  });
  await approve(baseId, entryId, { rev: 4 });
  expect((await ask("如何退货")).said).toEqual(["十五天内可退。"]);
  now += 1_999;
  expect((await ask("如何退货", { host: elsewhere })).said).toEqual([words]);
  now += 1;
  expect((await ask("如何退货", { host: elsewhere })).said).toEqual(["十五天内可退。"]);

  await owner.mutate("knowledge.rollBack", { baseId, number: 1 });
  expect((await ask("如何退货")).said).toEqual([words]);
});

test("the trace names base, entry and release, and a replay stays exact after the next release", async () => {
  const baseId = await makeBase();
  const entryId = await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  await publish(draw([baseId]));
  const { ref } = await ask("怎么退货");
  const { sql } = server.database;
  const [turn] = await sql<{ output: object }[]>`
    select s->'output' as output from turn t, jsonb_array_elements(t.steps) s
    where t.conversation_id = ${ref.conversationId} and s->>'nodeId' = 'faq' and s->>'port' = 'hit'`;
  expect(turn?.output).toMatchObject({
    outcome: "sure",
    candidates: [{ entryId, score: 1, base: { id: baseId, name: "售后", release: 1 } }],
  });
  await tell(baseId, { question: "怎么换货", answer: "联系客服。" });
  const versions = createVersionStore({ sql, registry: nodeRegistry });
  const replay = await replayConversation(sql, ref.conversationId, (id) => versions.get(id));
  expect(JSON.stringify(replay.said)).toContain("七天内可退。");
});

test("what is not valid yet and what is over is not served, though the release holds it", async () => {
  const baseId = await makeBase();
  const day = 86_400_000;
  const span = (from: number, to: number) => ({
    ...{ validFrom: new Date(now + from).toISOString(), validTo: new Date(now + to).toISOString() },
  });
  await tell(baseId, { question: "双十二有什么活动", answer: "全场八折。", more: span(day, 2 * day) });
  await publish(draw([baseId]));
  expect((await ask("双十二有什么活动")).said).toEqual(["没找到"]);
  now += day;
  expect((await ask("双十二有什么活动")).said).toEqual(["全场八折。"]);
  now += day;
  expect((await ask("双十二有什么活动")).said).toEqual(["没找到"]);
});

test("a channel gets the answer that was written for it", async () => {
  const baseId = await makeBase();
  const answers = [
    { locale: "zh-CN", channel: null, text: "在订单页申请。" },
    { locale: "zh-CN", channel: "wechat-oa", text: "回复“退货”申请。" },
  ];
  await tell(baseId, { question: "怎么退货", answer: "", more: { answers } });
  await publish(draw([baseId]));
  expect((await ask("怎么退货")).said).toEqual(["在订单页申请。"]);
  expect((await ask("怎么退货", { channel: "wechat-oa" })).said).toEqual(["回复“退货”申请。"]);
  const previewed = await owner.mutate("preview.match", {
    ...{ botId: shop.botId, locale: "zh-CN", channel: "wechat-oa", expects: null },
    request: {
      ...{ mode: "inline", name: "match-faq" },
      input: { faqSets: [], bases: [baseId], text: "怎么退货" },
    },
  });
  expect(previewed.body).toContain("回复“退货”申请。");
});

test("what is attached to an entry comes with its answer", async () => {
  const baseId = await makeBase();
  const image = {
    type: "image",
    url: "https://shop.example/size.png",
    name: "尺码表",
    mediaType: "image/png",
    size: 9,
  };
  await tell(baseId, { question: "怎么选尺码", answer: "看这张表。", more: { attachments: [image] } });
  await publish(draw([baseId]));
  expect((await ask("怎么选尺码")).said).toEqual(["看这张表。", "image"]);
});

test("bases and the flow's own sets are asked together", async () => {
  const [one, two] = [await makeBase(), await makeBase()];
  await tell(one, { question: "怎么退货", answer: "七天内可退。" });
  await tell(two, { question: "发票怎么开", answer: "在订单里申请。" });
  await publish(draw([one, two], ["own"]));
  expect((await ask("怎么退货")).said).toEqual(["七天内可退。"]);
  expect((await ask("发票怎么开")).said).toEqual(["在订单里申请。"]);
  expect((await ask("门店几点关门")).said).toEqual(["晚上十点。"]);
  expect((await ask("今天天气怎么样")).said).toEqual(["没找到"]);
});

test("a base of another workspace finds nothing, and its id keeps the flow from being published", async () => {
  const foreign = await makeBase(stranger);
  await tell(foreign, { question: "怎么退货", answer: "机密。", by: stranger });
  const draftRev = await saveDraft(draw([foreign]));
  const refused = await owner.mutate("release.publish", {
    ...{ botId: shop.botId, draftRev, note: "", running: "finish" },
  });
  expect(refused.data).toMatchObject({ type: "refused", problems: [{ code: "missing_base" }] });
  const knowledge = await here.knowledge.get({ workspaceId: shop.workspaceId, bases: [foreign] });
  expect(knowledge.findBase(foreign)).toBeNull();
});

test("a base without a release is a warning, and a flow with it answers from the rest", async () => {
  const baseId = await makeBase();
  await publish(draw([baseId]));
  const checked = await owner.query("release.check", { botId: shop.botId });
  expect(checked.body).toContain("unreleased_base");
  expect((await ask("怎么退货")).said).toEqual(["没找到"]);
});

test("a deleted base is served no more", async () => {
  const baseId = await makeBase();
  await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  await publish(draw([baseId]));
  expect((await ask("怎么退货")).said).toEqual(["七天内可退。"]);
  await owner.mutate("knowledge.deleteBase", { baseId, confirmName: "售后" });
  expect((await ask("怎么退货")).said).toEqual(["没找到"]);
});

test("the preview answers from bases as customers are answered, and so do tests", async () => {
  const baseId = await makeBase();
  const entryId = await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  const bundle = draw([baseId]);
  await saveDraft(bundle);
  const input = { faqSets: [], bases: [baseId], text: "如何退货" };
  const { data } = await owner.mutate("preview.match", {
    ...{ botId: shop.botId, locale: "zh-CN", channel: "web", expects: null },
    request: { mode: "inline", name: "match-faq", input },
  });
  expect(data).toMatchObject({
    type: "matched",
    value: { outcome: "sure", candidates: [{ entryId, answer: "七天内可退。", base: { release: 1 } }] },
  });

  const script = flowTestScriptSchema.parse({
    turns: [{ does: { type: "say", text: "如何退货" }, expect: [{ type: "reply-contains", text: "七天" }] }],
  });
  const { sql } = server.database;
  const [run] = await sql<{ id: string }[]>`
    insert into test_run (bot_id, workspace_id, kind, bundle, input, state, total, author_name)
    values (${shop.botId}, ${shop.workspaceId}, 'suite', ${sql.json(bundle)},
      ${sql.json({ type: "suite", tests: [{ testId: baseId, suiteId: baseId, name: "退货", script }] })}, 'queued', 1, 'owner')
    returning id`;
  await performRun({ sql, log, stop: new AbortController().signal }, run?.id ?? "");
  const [done] = await sql`select state, passed from test_run where id = ${run?.id ?? ""}`;
  expect(done).toMatchObject({ state: "done", passed: 1 });
});

test("changed synonyms reach customers without a release, with the entries that are live and nothing else", async () => {
  const { sql } = server.database;
  const baseId = await makeBase();
  const question = "会员卡怎么办理";
  const entryId = await tell(baseId, { question, answer: "在小程序里申请。" });
  await publish(draw([baseId]));
  expect((await ask("尊享凭证怎么办理")).said).not.toEqual(["在小程序里申请。"]);
  await owner.mutate("knowledge.updateEntry", {
    ...{ entryId, rev: 3, changes: { answers: [{ locale: "zh-CN", channel: null, text: "还没批准的。" }] } },
  });
  await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId, words: ["会员卡", "尊享凭证"] });
  expect(await findChangedWords(sql)).toEqual([baseId]);
  expect(await releaseWords(sql, baseId)).toBe(true);
  here.knowledge.forgetAll();
  expect((await ask("尊享凭证怎么办理")).said).toEqual(["在小程序里申请。"]);
  expect(await findChangedWords(sql)).toEqual([]);
  const { releases } = (await owner.query("knowledge.releases", { baseId })).data as {
    releases: readonly object[];
  };
  expect(releases).toMatchObject([
    { number: 2, cause: "words", authorName: expect.any(String), isLive: true },
    { number: 1, cause: "entries" },
  ]);

  await owner.mutate("knowledge.rollBack", { baseId, number: 1 });
  expect((await ask("尊享凭证怎么办理")).said).not.toEqual(["在小程序里申请。"]);
  expect(await findChangedWords(sql)).toEqual([]);
});

test("words that the live release knows already make no release, and a base that was never released waits for none", async () => {
  const { sql } = server.database;
  const fresh = await makeBase();
  const baseId = await makeBase();
  await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  const words = ["退货", "退回"];
  const { synonymId } = (
    await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId: null, words })
  ).data as { synonymId: string };
  expect(await findChangedWords(sql)).toContain(baseId);
  expect(await findChangedWords(sql)).not.toContain(fresh);
  await owner.mutate("knowledge.deleteSynonym", { synonymId });
  expect(await releaseWords(sql, baseId)).toBe(false);
  expect(await findChangedWords(sql)).not.toContain(baseId);
});

test("words with which an accepted question would be answered otherwise wait for a person", async () => {
  const { sql } = server.database;
  const baseId = await makeBase();
  const kept = await tell(baseId, { question: "会员卡怎么办理", answer: "在小程序里申请。" });
  await tell(baseId, { question: "礼品卡怎么办理", answer: "到门店买。" });
  await sql`insert into faq_test (base_id, workspace_id, question, entry_id, author_name) values (${baseId}, ${shop.workspaceId}, '会员卡怎么办理', ${kept}, '林晓')`;
  await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId, words: ["礼品卡", "会员卡"] });
  expect(await releaseWords(sql, baseId)).toBe(false);
  expect(await findChangedWords(sql)).not.toContain(baseId);
  expect((await owner.query("knowledge.releases", { baseId })).data).toMatchObject({ words: "waiting" });
  expect((await owner.mutate("knowledge.release", { baseId })).data).toMatchObject({ type: "tests-failed" });
  await owner.mutate("knowledge.release", { baseId, acceptFailing: true });
  expect((await owner.query("knowledge.releases", { baseId })).data).toMatchObject({ words: "live" });
});
