import fc from "fast-check";
import { expect, test } from "vitest";
import { findLookAlikes, type Phrase, toLetters } from "./find-look-alikes.ts";

const phrase = (owner: string, text: string): Phrase => ({ owner, path: "", text });

test("finds sentences that differ in nothing a matcher would see", () => {
  const found = findLookAlikes([
    phrase("a", "怎么退货？"),
    phrase("a", "怎么退货"),
    phrase("b", " 怎么 退货!"),
    phrase("b", "怎么换货"),
  ]);
  expect(found.map(({ left, right }) => `${left.owner} ${right.owner}`)).toEqual(["a b", "a b"]);
});

test("finds every pair that comparing all with all finds", () => {
  const word = fc.stringMatching(/^[退换货款查单]{1,12}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), word), { maxLength: 60 }), (drawn) => {
      const phrases = drawn.map(([owner, text]) => phrase(owner, text));
      expect(findLookAlikes(phrases)).toHaveLength(countSlowly(phrases));
    }),
    { numRuns: 200 },
  );
});

test("compares 5,000 examples within a few frames", () => {
  const words = [
    "退货",
    "换货",
    "查询",
    "订单",
    "物流",
    "发票",
    "优惠",
    "会员",
    "地址",
    "客服",
    "尺码",
    "运费",
  ];
  const phrases = Array.from({ length: 5_000 }, (_, i) => {
    const pick = (n: number) => words[(i * n + Math.floor(i / 7)) % words.length] ?? "";
    return phrase(`intent-${i % 50}`, `我想${pick(1)}${pick(5)}的${pick(7)}怎么${pick(11)}${i % 97}`);
  });
  const startedAt = performance.now();
  findLookAlikes(phrases);
  // The bar is 100 ms; twenty times that still tells an index from comparing all with all on a busy machine.
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

function countSlowly(phrases: readonly Phrase[]): number {
  const pieces = phrases.map(({ text }) => {
    const letters = toLetters(text);
    return new Set(
      letters.length < 2 ? [letters] : Array.from(letters.slice(1), (letter, i) => letters[i] + letter),
    );
  });
  let count = 0;
  pieces.forEach((left, i) => {
    pieces.slice(i + 1).forEach((right, j) => {
      const common = [...left].filter((piece) => right.has(piece)).length;
      const isOther = phrases[i]?.owner !== phrases[i + 1 + j]?.owner;
      if (isOther && (2 * common) / (left.size + right.size) > 0.9) count += 1;
    });
  });
  return count;
}
