import { expect, test } from "vitest";
import { pickLocale } from "./pick-locale.ts";

test("the first wish that the bot speaks wins", () => {
  expect(pickLocale([null, "fr-FR", "en-GB", "zh-CN"], ["zh-CN", "en"])).toBe("en");
});

test("any Chinese reads the Chinese texts", () => {
  for (const tag of ["zh", "zh-TW", "zh_HK", "zh-Hans-CN"])
    expect(pickLocale([tag], ["en", "zh-CN"])).toBe("zh-CN");
});

test("a bot of one language speaks it to everybody", () => {
  expect(pickLocale(["en-US"], ["zh-CN"])).toBe("zh-CN");
});

test("without a wish that the bot speaks, its own first language is used", () => {
  expect(pickLocale(["fr"], ["zh-CN", "en"])).toBe("zh-CN");
  expect(pickLocale([], [])).toBe("en");
});
