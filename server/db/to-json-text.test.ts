import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { toJsonText } from "./to-json-text.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const store = async (value: unknown): Promise<unknown> => {
  const [row] = await db.sql<{ value: unknown }[]>`select ${toJsonText(value)}::text::jsonb as value`;
  return row?.value;
};

test("PostgreSQL takes whatever a customer can type, keys too", async () => {
  expect(await store({ text: "a\0b\ud800c😀" })).toEqual({ text: "ab\ufffdc😀" });
  expect(await store({ "k\0": ["\udc00"] })).toEqual({ k: ["\ufffd"] });
  expect(await store("\\ud800 typed as text \\u0000")).toBe("\\ud800 typed as text \\u0000");
});

test("well-formed values come back as they are", async () => {
  const value = fc.anything({
    values: [fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null)],
    withNullPrototype: false,
    maxDepth: 3,
  });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const stored = await store({ text });
      expect(stored).toEqual({ text: text.replaceAll("\0", "").toWellFormed() });
    }),
    { numRuns: 100 },
  );
  await fc.assert(
    fc.asyncProperty(value, async (given) => {
      const clean = JSON.parse(JSON.stringify(given) ?? "null");
      expect(await store(clean)).toEqual(clean);
    }),
    { numRuns: 50 },
  );
});
