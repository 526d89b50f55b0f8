import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTermTable, findTermId } from "./term-table.ts";

test("every term has the number of its place, and what is not in the table has none", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), fc.string(), (terms, other) => {
      const table = buildTermTable(terms);
      expect(terms.map((term) => findTermId(table, term))).toEqual(terms.map((_, place) => place));
      if (!terms.includes(other)) expect(findTermId(table, other)).toBeUndefined();
    }),
  );
});

test("a hundred thousand pairs of characters keep apart", () => {
  const terms = Array.from({ length: 100_000 }, (_, place) =>
    String.fromCharCode(0x4e00 + (place % 1_000), 0x4e00 + Math.floor(place / 1_000)),
  );
  const table = buildTermTable(terms);
  expect(terms.every((term, place) => findTermId(table, term) === place)).toBe(true);
});
