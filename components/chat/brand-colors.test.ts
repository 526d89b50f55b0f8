import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, parseHex, toBrandColors } from "./brand-colors.ts";

const read = (hex: string) => parseHex(hex) ?? [0, 0, 0];

test("whatever colour the operator chose, words on it and words in it can be read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colors = toBrandColors(`#${value.toString(16).padStart(6, "0")}`);
      expect(contrast(read(colors.brand), read(colors.on))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(read(colors.textLight), read("#eff1f6"))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(read(colors.textDark), read("#1e2431"))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000 },
  );
});

test("a colour that is readable as it is stays as it is", () => {
  expect(toBrandColors("#4b4ddb").brand).toBe("#4b4ddb");
  expect(toBrandColors("#0c7a72").brand).toBe("#0c7a72");
});

test("what is not a colour becomes the house colour and never reaches a style sheet", () => {
  expect(toBrandColors("red;background:url(//evil)")).toEqual(toBrandColors(null));
});
