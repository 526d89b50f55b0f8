import { afterAll, expect, test } from "vitest";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import { log } from "#server/log.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { performRun } from "#server/testing/perform-run.ts";
import { MODEL_FORMAT } from "../../../understanding/compile-classes.ts";
import { draw, openServing } from "../fixtures/open-serving.ts";

/** From "approve" and "release" in the console to the customer's next message. */
const serving = await openServing();
const {
  sql,
  clock,
  shop,
  owner,
  stranger,
  here,
  elsewhere,
  makeBase,
  tell,
  approve,
  saveDraft,
  publish,
  ask,
} = serving;
afterAll(serving.close);

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
  clock.now += 1_999;
  expect((await ask("如何退货", { host: elsewhere })).said).toEqual([words]);
  clock.now += 1;
  expect((await ask("如何退货", { host: elsewhere })).said).toEqual(["十五天内可退。"]);

  await owner.mutate("knowledge.rollBack", { baseId, number: 1 });
  expect((await ask("如何退货")).said).toEqual([words]);
});

test("the trace names base, entry and release, and a replay stays exact after the next release", async () => {
  const baseId = await makeBase();
  const entryId = await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  await publish(draw([baseId]));
  const { ref } = await ask("怎么退货");
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
    ...{
      validFrom: new Date(clock.now + from).toISOString(),
      validTo: new Date(clock.now + to).toISOString(),
    },
  });
  await tell(baseId, { question: "双十二有什么活动", answer: "全场八折。", more: span(day, 2 * day) });
  await publish(draw([baseId]));
  expect((await ask("双十二有什么活动")).said).toEqual(["没找到"]);
  clock.now += day;
  expect((await ask("双十二有什么活动")).said).toEqual(["全场八折。"]);
  clock.now += day;
  expect((await ask("双十二有什么活动")).said).toEqual(["没找到"]);
});

test("a release that an older program learned is learned anew, and kept", async () => {
  const baseId = await makeBase();
  await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  await publish(draw([baseId]));
  await sql`update faq_release set model = jsonb_set(model, '{core,format}', '1') where base_id = ${baseId}`;
  expect((await ask("怎么退货")).said).toEqual(["七天内可退。"]);
  const [row] =
    await sql`select (model #> '{core,format}')::int as format from faq_release where base_id = ${baseId}`;
  expect(row?.format).toBe(MODEL_FORMAT);
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
  const [run] = await sql<{ id: string }[]>`
    insert into test_run (bot_id, workspace_id, kind, bundle, input, state, total, author_name)
    values (${shop.botId}, ${shop.workspaceId}, 'suite', ${sql.json(bundle)},
      ${sql.json({ type: "suite", tests: [{ testId: baseId, suiteId: baseId, name: "退货", script }] })}, 'queued', 1, 'owner')
    returning id`;
  await performRun({ sql, log, stop: new AbortController().signal }, run?.id ?? "");
  const [done] = await sql`select state, passed from test_run where id = ${run?.id ?? ""}`;
  expect(done).toMatchObject({ state: "done", passed: 1 });
});

test("core data is never said to customers, though the release holds it", async () => {
  const baseId = await makeBase();
  const question = "付款密码怎么重置";
  await tell(baseId, { question, answer: "内部流程。", more: { dataClass: "core" } });
  await publish(draw([baseId]));
  expect((await ask(question)).said).toEqual(["没找到"]);
});
