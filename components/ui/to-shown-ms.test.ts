import { expect, test } from "vitest";
import { toShownMs } from "./to-shown-ms.ts";

const undo = { label: "撤销", act: () => {} };

test("news that offers nothing to click is gone sooner than news that does", () => {
  const quiet = toShownMs({ tone: "success", text: "已保存", action: null });
  expect(toShownMs({ tone: "success", text: "已删除", action: undo })).toBeGreaterThan(quiet);
  expect(toShownMs({ tone: "danger", text: "没有保存", action: null })).toBeGreaterThan(quiet);
});

test("a long text stays until it can be read", () => {
  const text = "Undone. Two fields that a colleague has changed since were left as they are now. ".repeat(2);
  expect(toShownMs({ tone: "success", text, action: null })).toBe(text.length * 60);
});
