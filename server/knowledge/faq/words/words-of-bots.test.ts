import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import { createRuntime } from "#server/runtime/create-runtime.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { openServing } from "../fixtures/open-serving.ts";

/** From a changed synonym of the workspace to what bots understand that were published before. */
const serving = await openServing();
const { sql, shop, owner, here, elsewhere, clock, makeBase, publish, ask } = serving;
afterAll(serving.close);

const text = (words: string) => ({ kind: "message", config: { blocks: [{ type: "text", text: words }] } });
const INTENTS = [
  { id: "return", name: "退货", examples: ["我要退货", "怎么退货", "不想要了想退货", "退货流程"] },
  { id: "order", name: "查订单", examples: ["我的订单到哪了", "查一下订单", "订单什么时候发货"] },
];
const ENTRIES = [
  { id: "shop", question: "门店几点关门", similar: ["门店开到几点"], answer: "晚上十点。" },
  { id: "store", question: "仓库几点关门", similar: ["仓库开到几点"], answer: "下午六点。" },
];

/** A bot that tells intents apart, and else answers from a set of its own. */
const bundle = bundleSchema.parse(
  drawBundle(
    {
      nodes: {
        ...{ start: { kind: "start" }, end: { kind: "end", config: {} } },
        what: { kind: "intent", config: { intents: INTENTS } },
        faq: { kind: "faq", config: { faqSets: ["own"] } },
        ...{ returned: text("为您退货"), ordered: text("查订单"), near: text("相近"), miss: text("没找到") },
      },
      wires: [
        ...["start.next -> what", "what.return -> returned", "what.order -> ordered"],
        ...[
          "what.none -> faq",
          "what.ambiguous -> faq",
          "faq.hit -> end",
          "faq.suggest -> near",
          "faq.miss -> miss",
        ],
        ...["returned.next -> end", "ordered.next -> end", "near.next -> end", "miss.next -> end"],
      ],
    },
    { faqSets: { own: { name: "门店", entries: ENTRIES, synonyms: [["门店", "分号"]] } } },
  ),
);

const save = async (words: readonly string[], baseId: string | null = null) =>
  (
    (await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId, words })).data as {
      synonymId: string;
    }
  ).synonymId;
const remove = (synonymId: string) => owner.mutate("knowledge.deleteSynonym", { synonymId });
const say = async (words: string, host = here) => (await ask(words, { host })).said;

test("words of the workspace count in intents and sets of a published bot at once, elsewhere within two seconds, without a version", async () => {
  await publish(bundle);
  expect(await say("我要拒签件")).not.toEqual(["为您退货"]);
  expect(await say("旗舰馆几点关门", elsewhere)).not.toEqual(["晚上十点。"]);
  const made = [await save(["退货", "拒签件"]), await save(["旗舰馆", "门店"])];
  expect(await say("我要拒签件")).toEqual(["为您退货"]);
  expect(await say("旗舰馆几点关门")).toEqual(["晚上十点。"]);
  expect(await say("旗舰馆几点关门", elsewhere)).not.toEqual(["晚上十点。"]);
  clock.now += 2_000;
  expect(await say("旗舰馆几点关门", elsewhere)).toEqual(["晚上十点。"]);
  expect(await sql`select from flow_version where bot_id = ${shop.botId} and number > 1`).toHaveLength(1);
  for (const synonymId of made) await remove(synonymId);
  expect(await say("我要拒签件")).not.toEqual(["为您退货"]);
});

test("words of one base stay in that base", async () => {
  await save(["会员", "贵宾"]);
  await save(["门店", "旗舰馆"], await makeBase());
  expect(await say("旗舰馆几点关门")).not.toEqual(["晚上十点。"]);
});

test("a set's own synonyms win over those of the workspace", async () => {
  const synonymId = await save(["分号", "仓库"]);
  expect(await say("分号几点关门")).toEqual(["晚上十点。"]);
  await remove(synonymId);
});

test("a replay says what was said, whatever words count by then", async () => {
  const synonymId = await save(["退货", "拒签件"]);
  const { ref, said } = await ask("我要拒签件");
  expect(said).toEqual(["为您退货"]);
  await remove(synonymId);
  await save(["订单", "拒签件"]);
  const versions = createVersionStore({ sql, registry: nodeRegistry });
  const replay = await replayConversation(sql, ref.conversationId, (id) => versions.get(id));
  expect(JSON.stringify(replay.said)).toContain("为您退货");
  expect(await say("我要拒签件")).not.toEqual(["为您退货"]);
});

test("a warm turn asks the database nothing about words; the look at the bot tells of a change", async () => {
  const asked: string[] = [];
  const counting = postgres(serving.server.database.url, { max: 1, debug: (_, query) => asked.push(query) });
  const host = createRuntime({
    ...{ sql: counting, log, registry: nodeRegistry, tasks: [], now: () => clock.now },
  });
  const listAsked = async () => {
    asked.length = 0;
    await ask("我要拒收件", { host });
    return asked.filter((query) => query.includes("faq_synonym")).map((query) => query.includes("from bot"));
  };
  await save(["退货", "拒收件"]);
  // The bot by its key to start, by its id for the turn, and the words.
  expect((await listAsked()).toSorted()).toEqual([false, true]);
  expect(await listAsked()).toEqual([]);
  clock.now += 2_000;
  expect(await listAsked()).toEqual([true]);
  await host.drain(1_000);
  await counting.end();
});
