import { expect, it } from "vitest";
import { stemWord } from "./stem-word.ts";

it.each([
  ["refund", ["refunds", "refunded", "refunding", "refund's"]],
  ["ship", ["ships", "shipped", "shipping"]],
  ["delivery", ["deliveries"]],
  ["return", ["returns", "returned", "returning"]],
  ["cancel", ["cancels", "cancelled", "cancelling", "canceled"]],
  ["relate", ["related", "relates"]],
])("forms of %s share a stem", (word, forms) => {
  for (const form of forms) expect(stemWord(form)).toBe(stemWord(word));
});

it("words that differ in meaning keep apart", () => {
  expect(stemWord("shop")).not.toBe(stemWord("ship"));
  expect(stemWord("order")).not.toBe(stemWord("old"));
  expect(stemWord("invoice")).not.toBe(stemWord("invite"));
});
