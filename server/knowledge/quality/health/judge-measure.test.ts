import { expect, test } from "vitest";
import { judgeMean, judgeShare } from "./judge-measure.ts";

test("a small sample has no value, however good it is", () => {
  expect(judgeShare(29, 29, 0.95)).toEqual({ count: 29, value: null, verdict: "too_few" });
  expect(judgeMean([1, 1, 1], 0.85).value).toBeNull();
});

test("a target is met or missed only when the whole interval is on one side", () => {
  // SERVICE C5: 90 % seen clears 85 % from some 200 on, 97 % clears 95 % from some 440 on.
  expect(judgeShare(90, 100, 0.85).verdict).toBe("unclear");
  expect(judgeShare(198, 220, 0.85).verdict).toBe("met");
  expect(judgeShare(194, 200, 0.95).verdict).toBe("unclear");
  expect(judgeShare(437, 450, 0.95).verdict).toBe("met");
  expect(judgeShare(40, 100, 0.85).verdict).toBe("missed");
});

test("a mean is judged by its own interval", () => {
  const values = Array.from({ length: 100 }, (_, at) => (at % 10 === 0 ? 0.5 : 1));
  expect(judgeMean(values, 0.85)).toMatchObject({ count: 100, value: { share: 0.95 }, verdict: "met" });
});
