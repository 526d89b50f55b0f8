import { expect, test } from "vitest";
import { toSkippedLines } from "./to-skipped-lines.ts";

test("what was left is named under its reason, five at most, the rest counted", () => {
  const skipped = [
    { entryId: "a", reason: "no_answer" as const },
    { entryId: "gone", reason: "gone" as const },
    ...["b", "c", "d", "e", "f"].map((entryId) => ({ entryId, reason: "no_answer" as const })),
  ];
  const lines = toSkippedLines(skipped, (id) => (id === "gone" ? null : `「${id}」`));
  expect(
    lines.map(({ reason, count, shown }) => [reason, count, shown.map(({ name }) => name).join("")]),
  ).toEqual([
    ["no_answer", 6, "「a」「b」「c」「d」「e」"],
    ["gone", 1, ""],
  ]);
});
