import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractFeatures, listWords } from "./extract-features.ts";
import { normalizeText } from "./normalize.ts";

/** What a word is, as one pattern: the fast way through common text must find the same. */
const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:'[\p{L}\p{M}]+)*|\p{N}+/gu;

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "退货",
        "的",
        "〇",
        "refund",
        "it's",
        "o'",
        "'",
        "é",
        "ß",
        "12",
        "²",
        "٣",
        " ",
        "𠮷",
        "は",
        "й",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

describe("listWords", () => {
  it("finds in any text what the pattern of a word finds", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalized = normalizeText(text);
        expect(listWords(normalized)).toEqual([...(normalized.match(WORDS) ?? [])]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("stops after 200 words", () => {
    expect(listWords("退".repeat(500))).toHaveLength(200);
  });
});

describe("extractFeatures", () => {
  it.each([
    ["能不", "不能"],
    ["退款", "款退"],
    ["gift card", "card gift"],
    ["a b", "ab"],
    ["退", "退退"],
  ])("tells %s from %s", (left, right) => {
    expect(extractFeatures(left)).not.toEqual(extractFeatures(right));
    const both = [extractFeatures(left), extractFeatures(right)].map(({ features }) => [...features].sort());
    expect(both[0]).not.toEqual(both[1]);
  });

  it("counts a feature that occurs twice once, with 2", () => {
    const { tokens, features, counts } = extractFeatures("退退");
    expect(tokens).toEqual(["退", "退"]);
    expect(new Set(features).size).toBe(features.length);
    // ^退, 退, 退退 as a pair of tokens, 退退 as Han, 退$.
    expect([...counts].sort()).toEqual([1, 1, 1, 1, 2]);
  });

  it("gives every feature of some thousand everyday words a hash of its own", () => {
    const words = Array.from({ length: 4_000 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const hashes = new Set(words.flatMap((word) => extractFeatures(word).features));
    // Three each: the character, with the start before it, with the end behind it.
    expect(hashes.size).toBe(3 * words.length);
  });
});
