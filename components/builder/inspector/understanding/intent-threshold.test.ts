import { expect, test } from "vitest";
import { toThreshold, withThreshold } from "./intent-threshold.ts";

const intent = { id: "refund", name: "退货", examples: ["怎么退"] };

test("a threshold is set, replaced and taken away, and all else stays", () => {
  const set = withThreshold(intent, 0.6);
  expect(set).toEqual({ ...intent, threshold: 0.6 });
  expect(withThreshold(set, 0.7)).toEqual({ ...intent, threshold: 0.7 });
  expect(withThreshold(set, null)).toEqual(intent);
  expect(withThreshold("not an intent", 0.5)).toBe("not an intent");
});

test("what an author has typed that is no number is no threshold", () => {
  expect(toThreshold({ ...intent, threshold: 0 })).toBe(0);
  expect(toThreshold({ ...intent, threshold: "0,5" })).toBeNull();
  expect(toThreshold(undefined)).toBeNull();
});
