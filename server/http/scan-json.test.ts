import fc from "fast-check";
import { expect, test } from "vitest";
import { scanJson } from "./scan-json.ts";

test("passes ordinary bodies, with quotes, escapes and braces inside texts", () => {
  for (const value of [
    { id: "m-1", text: '他说"退货"，\\ {[]}' },
    { text: "a\nb\t\u001f 😀" },
    [1, "x", { y: [null, true] }],
    "only text",
  ])
    expect(scanJson(JSON.stringify(value))).toBeNull();
});

test("names the member that is nested too deeply", () => {
  const deep = `{"id":"x","context":${"[".repeat(64)}${"]".repeat(64)}}`;
  expect(scanJson(deep)).toEqual({ reason: "too_deep", field: "context" });
  expect(scanJson(`{"context":${"[".repeat(63)}${"]".repeat(63)}}`)).toBeNull();
});

test("looks at a million levels without overflowing and without reading them all", () => {
  expect(scanJson("[".repeat(1_000_000))).toEqual({ reason: "too_deep", field: null });
});

test("refuses keys that reach prototypes at any depth, also when they are written with escapes", () => {
  for (const key of ["__proto__", "constructor", "prototype", "\\u005f_proto__", "constr\\u0075ctor"]) {
    expect(scanJson(`{"${key}":{}}`)?.reason).toBe("forbidden_key");
    expect(scanJson(`{"context":[{"a":{"${key}"  :1}}]}`)?.reason).toBe("forbidden_key");
  }
  expect(scanJson('{"text":"__proto__"}')).toBeNull();
});

test("refuses a member that is given twice, since readers differ in which one counts", () => {
  expect(scanJson('{"text":"a","\\u0074ext":"b"}')).toEqual({ reason: "duplicate_key", field: "text" });
});

test("refuses texts that the database cannot store: NUL and half a surrogate pair", () => {
  expect(scanJson('{"text":"a\\u0000b"}')).toEqual({ reason: "bad_text", field: "text" });
  expect(scanJson('{"text":"\\ud83d"}')).toEqual({ reason: "bad_text", field: "text" });
  expect(scanJson('{"text":"\\ud83d\\ude00"}')).toBeNull();
});

test("refuses bodies of too many small values", () => {
  expect(scanJson(`{"context":[${"0,".repeat(5_001)}0]}`)).toEqual({
    reason: "too_many_values",
    field: "context",
  });
});

test("never throws, and never refuses plain JSON of modest depth", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void scanJson(text)));
  const safeKey = fc.string({ maxLength: 8 }).map((key) => `k${key}`);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0") && text.isWellFormed()),
      fc.integer(),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(safeKey, tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(fc.property(value, (json) => scanJson(JSON.stringify(json)) === null));
});
