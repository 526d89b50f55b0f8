import { describe, expect, it } from "vitest";
import { toChannelView } from "./to-bubbles.ts";

const config = {
  blocks: [
    { type: "text", text: { "zh-CN": "您好", en: "Hello" } },
    {
      type: "card",
      title: "订单",
      fields: [{ label: "状态", value: "{{ status }}" }],
      links: [{ label: "查看", url: "https://x" }],
    },
    { type: "text", text: "只在网页", channels: ["web"] },
  ],
  quickReplies: [
    { id: "a", label: "退货" },
    { id: "b", label: "物流" },
  ],
};
const view = (channel: string, own: typeof config | object = config) =>
  toChannelView({ ...config, ...own }, { channel, locale: "zh-CN", chooseText: "请回复数字：" });

describe("toChannelView", () => {
  it("shows all of it on the web", () => {
    const { bubbles, buttons, losses } = view("web");
    expect(bubbles.map(({ type }) => type)).toEqual(["text", "card", "text"]);
    expect(buttons).toEqual(["退货", "物流"]);
    expect(losses).toEqual([]);
  });

  it("turns cards into text and buttons into numbers on 公众号", () => {
    const { bubbles, buttons, losses } = view("wechat-oa");
    expect(bubbles).toEqual([
      { type: "text", text: "您好" },
      { type: "text", text: "订单\n状态: {{ status }}\n查看" },
      { type: "text", text: "请回复数字：\n1. 退货\n2. 物流" },
    ]);
    expect(buttons).toEqual([]);
    expect(losses).toEqual(["card", "choices"]);
  });

  it("keeps buttons on 微信客服 as long as its menu has room", () => {
    expect(view("wechat-kf")).toMatchObject({
      buttons: ["退货", "物流"],
      losses: ["card"],
      buttonsMax: null,
    });
    const quickReplies = Array.from({ length: 11 }, (_, i) => ({ id: `r${i}`, label: `选项 ${i}` }));
    const many = view("wechat-kf", { quickReplies });
    expect(many).toMatchObject({ buttons: [], buttonsMax: 10 });
    expect(many.bubbles.at(-1)).toMatchObject({ type: "text", text: expect.stringContaining("11. 选项 10") });
  });

  it("says when a text is too long for a channel", () => {
    const long = { blocks: [{ type: "text", text: "长".repeat(700) }], quickReplies: [] };
    expect(view("wechat-oa", long).tooLong).toEqual({ bytes: 2_100, max: 2_048 });
    expect(view("web", long).tooLong).toBeNull();
  });
});
