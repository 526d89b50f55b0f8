import { expect, test } from "vitest";
import { pickAnswer } from "./pick-answer.ts";

const answers = [
  { locale: "zh-CN", channel: null, text: "七天内可退。" },
  { locale: "zh-CN", channel: "wechat-oa", text: "回复“退货”办理。" },
  { locale: "en", channel: null, text: "Within 7 days." },
] as const;

test("the reader's language goes before the channel, and the channel before the general answer", () => {
  expect(pickAnswer(answers, { locale: "zh-CN", channel: "web", fallback: "en" })).toBe("七天内可退。");
  expect(pickAnswer(answers, { locale: "zh-CN", channel: "wechat-oa", fallback: "en" })).toBe(
    "回复“退货”办理。",
  );
  expect(pickAnswer(answers, { locale: "en", channel: "wechat-oa", fallback: "zh-CN" })).toBe(
    "Within 7 days.",
  );
});

test("without the reader's language the flow's own is given, then any", () => {
  const chinese = answers.slice(0, 2);
  expect(pickAnswer(chinese, { locale: "en", channel: "web", fallback: "zh-CN" })).toBe("七天内可退。");
  expect(pickAnswer(chinese, { locale: "en", channel: "web", fallback: "en" })).toBe("七天内可退。");
  expect(pickAnswer([], { locale: "en", channel: "web", fallback: "en" })).toBe("");
});

test("an answer for another channel is the last that is taken", () => {
  const wechat = [{ locale: "zh-CN", channel: "wechat-kf", text: "点菜单。" }] as const;
  expect(pickAnswer(wechat, { locale: "zh-CN", channel: "web", fallback: "zh-CN" })).toBe("点菜单。");
});
