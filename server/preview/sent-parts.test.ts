import { expect, test } from "vitest";
import { fingerprint } from "#flows/preview/fingerprint.ts";
import type { LearnedPart } from "#flows/preview/learned-part.ts";
import { createSentParts } from "./sent-parts.ts";

const toPart = (example: string): LearnedPart => ({
  type: "intents",
  intents: [{ id: "a", name: "退货", examples: [example] }],
});

test("what was sent is found by its print, by those who ask the same bot, until others take its place", () => {
  const parts = createSentParts(2);
  const [first, second, third] = [toPart("一"), toPart("二"), toPart("三")] as const;
  parts.keep("shop/bot", first);
  expect(parts.find("shop/bot", fingerprint(toPart("一")))).toBe(first);
  expect(parts.find("bank/bot", fingerprint(first))).toBeUndefined();
  parts.keep("shop/bot", second);
  parts.keep("shop/bot", third);
  expect(parts.find("shop/bot", fingerprint(first))).toBeUndefined();
  expect(parts.find("shop/bot", fingerprint(third))).toBe(third);
});
