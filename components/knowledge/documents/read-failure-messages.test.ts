import { expect, test } from "vitest";
import { READ_FAILURES } from "#server/knowledge/documents/reading/read-failure.ts";
import { toReadFailureText } from "./read-failure-messages.ts";

test.each(READ_FAILURES)("%s has a text of its own in both languages", (code) => {
  const facts = {
    ...{ named: "pdf", found: "text", pages: 5, pagesMax: 3, status: 404 },
    ...{ columns: 300, columnsMax: 100, megabytesMax: 30 },
  };
  const said = (["zh-CN", "en"] as const).map((locale) => toReadFailureText({ code, facts }, locale));
  expect(said[0]).toMatch(/\p{Script=Han}/u);
  expect(said[1]).not.toMatch(/\p{Script=Han}/u);
  for (const text of said) expect(text).not.toMatch(/[{}?]/);
});

test("a code of a newer server is never shown", () => {
  expect(toReadFailureText({ code: "quantum_file", facts: null }, "en")).not.toContain("quantum");
});
