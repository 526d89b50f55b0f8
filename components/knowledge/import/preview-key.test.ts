import { expect, test } from "vitest";
import { isOfSameFile, toPreviewKey } from "./preview-key.ts";

const file = (name: string) => new File(["问题,答案"], name, { lastModified: 1 });

test("rows stay in sight while columns are chosen anew, never while another file is read", () => {
  const key = toPreviewKey({ baseId: "b", file: file("faq.csv"), mapping: ["question-zh", null] });
  expect(isOfSameFile(key, toPreviewKey({ baseId: "b", file: file("faq.csv"), mapping: null }))).toBe(true);
  expect(isOfSameFile(key, toPreviewKey({ baseId: "b", file: file("other.csv"), mapping: null }))).toBe(
    false,
  );
  expect(isOfSameFile(key, undefined)).toBe(false);
});
