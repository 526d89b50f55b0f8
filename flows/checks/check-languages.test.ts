import { describe, expect, test } from "vitest";
import { message, START, say } from "./fixtures/say-problems.ts";

describe("languages", () => {
  const both = { "zh-CN": "好", en: "Good" };
  const draw = (texts: readonly (string | { "zh-CN"?: string; en?: string })[]) =>
    say({
      nodes: Object.fromEntries([["start", START], ...texts.map((text, i) => [`m${i}`, message(text)])]),
    });

  test("a bot that speaks both leaves no customer out", () => {
    expect(draw([both, both, both, { "zh-CN": "只有中文" }, "一句给所有人"])).toEqual([
      "text_missing_language blocks[0].text",
    ]);
  });

  test("the settings' texts are texts too", () => {
    const nodes = { start: START, a: message(both), b: message(both), c: message(both) };
    const settings = { fallback: { text: { "zh-CN": "没听懂" } } };
    expect(say({ nodes, settings })).toEqual(["settings_text_missing_language settings.fallback.text"]);
  });

  test("a bot that speaks one is not asked for the other", () => {
    expect(draw([both, { "zh-CN": "一" }, { "zh-CN": "二" }, { "zh-CN": "三" }])).toEqual([]);
  });
});
