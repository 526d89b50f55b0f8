import { expect, test } from "vitest";
import { findRepair } from "./find-repair.ts";
import { flowSettingsSchema } from "./flow.ts";

const settings = flowSettingsSchema.parse({}).repair;
const typeOf = (text: string) => findRepair(text, settings)?.type ?? null;

test.each([
  "转人工",
  "轉人工！",
  "人工",
  "人工客服",
  "我要人工客服",
  "帮我转人工，谢谢",
  "能不能转接人工",
  "不要机器人，转人工",
  "怎么转人工",
  "找真人",
  "我想找个真人聊聊",
  "我要投诉人工",
  "转到在线客服",
  "真人客服在吗",
  "human",
  "Human!!",
  "agent please",
  "talk to a person",
  "I want to speak to a human",
  "can you transfer me to an agent?",
  "let me talk to someone",
  "real person",
  "I need a human",
  "connect me with customer service",
  "我不要机器人，我要人工",
  "别跟我说这些，转人工",
  "这电话太难打了，转人工",
  "你们几点上班？现在能转人工吗",
  "你这态度真差!转人工!",
  "转人工转人工转人工",
  "人工人工",
  "有没有真人啊",
  "我要跟人说话",
  "我要投诉，叫你们经理来",
  "zhuan ren gong",
  "I don't want to talk to a bot. I want to talk to a person",
  `我上周买的衣服到现在还没有收到，问了三次你都在说一样的话，一点用都没有，${"我真的很生气，".repeat(6)}给我转人工！`,
])("hears a call for a person in %j", (text) => {
  expect(typeOf(text)).toBe("human");
});

test.each([
  "我不想转人工费用问题",
  "我不想转人工",
  "不用人工客服了我自己看",
  "先不转人工",
  "人工智能音箱多少钱",
  "人工客服几点上班",
  "人工费怎么算",
  "你是真人吗",
  "人工湖附近能送吗",
  "我想问一下你们家这款人工智能扫地机器人的保修期是多久，能不能开发票，多少天能到货呢",
  "are you a real person?",
  "is this real human hair?",
  "I don't want to talk to an agent",
  "what are the hours of a live agent",
  "where is my order",
  "personal data",
  "我想问一下，转人工要收费吗",
  "别，先不转人工",
  "客服，我的快递到哪了",
  "客服你好，这个多少钱",
  "有人工客服的电话吗，我不想转人工",
  "你和机器人有什么区别，是真人吗",
  "和别人说好了明天来取",
  "1.5 米的有吗",
  "人人都说好",
])("does not hear one in %j", (text) => {
  expect(typeOf(text)).not.toBe("human");
});

test.each([
  ["取消", "cancel"],
  ["算了", "cancel"],
  ["我想取消", "cancel"],
  ["Never mind.", "cancel"],
  ["cancel please", "cancel"],
  ["返回上一步", "back"],
  ["go back", "back"],
  ["请再说一遍", "repeat"],
  ["能不能再说一遍吗", "repeat"],
  ["could you repeat that", "repeat"],
  ["我填错了", "correct"],
  ["改一下", "correct"],
  ["change that", "correct"],
])("reads %j as %s", (text, type) => {
  expect(typeOf(text)).toBe(type);
});

test.each([
  "取消订单",
  "怎么取消订单",
  "算了一下要多少钱",
  "返回的运费谁出",
  "cancel my order",
  "back pain cushion",
  "修改地址",
  "不对",
  "是的",
])("takes %j for what it says, not for a repair", (text) => {
  expect(typeOf(text)).toBeNull();
});

test.each([
  ["不对，是13800138000", "13800138000"],
  ["填错了，应该是上海市", "上海市"],
  ["改成 20260301。", "20260301"],
  ["不是，是周三", "周三"],
  ["actually, 42", "42"],
  ["Sorry, it's Blue Street 5", "Blue Street 5"],
  ["no wait, I meant two", "two"],
])("takes the right value out of %j", (text, value) => {
  expect(findRepair(text, settings)).toEqual({ type: "correct", value });
});

test.each(["actually, do you ship to Canada?", "Actually how long is delivery", "不对，是不是已经发货了吗"])(
  "leaves the question %j alone",
  (text) => {
    expect(findRepair(text, settings)).toBeNull();
  },
);

test("uses the author's own words instead of the shipped ones, except for a person, who can always be asked for", () => {
  const own = flowSettingsSchema.parse({
    repair: { cancel: { words: ["不玩了"] }, back: { enabled: false }, human: { words: ["呼叫店长"] } },
  }).repair;
  expect(findRepair("不玩了", own)).toEqual({ type: "cancel" });
  expect(findRepair("取消", own)).toBeNull();
  expect(findRepair("返回", own)).toBeNull();
  expect(findRepair("快呼叫店长", own)).toEqual({ type: "human" });
  expect(findRepair("转人工", own)).toEqual({ type: "human" });
});

test("reads a long message in no time and as no repair", () => {
  expect(findRepair("转人工".repeat(2_000), settings)).toBeNull();
  expect(findRepair("退货，".repeat(160), settings)).toBeNull();
});
