import { expect, test } from "vitest";
import { createFormats } from "./use-formats.ts";

test.each([
  ["zh-CN", 0, "刚刚"],
  ["en", 0, "just now"],
  ["zh-CN", 3, "3分钟前"],
  ["en", 3, "3 min. ago"],
] as const)("in %s what happened %i minutes ago happened %s", (locale, minutes, said) => {
  expect(createFormats(locale).relative(new Date(Date.now() - minutes * 60_000).toISOString())).toBe(said);
});
