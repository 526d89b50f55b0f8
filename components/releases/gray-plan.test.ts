import { expect, test } from "vitest";
import { DEFAULT_GRAY_PLAN, fromGrayPlan, toGrayPlan } from "./gray-plan.ts";

test("a plan that is read and written again is the same", () => {
  const plan = {
    ...DEFAULT_GRAY_PLAN,
    allowList: "user:1\nuser:2",
    tags: "vip",
    failureRateMax: "2.5",
    downRateMax: "",
  };
  const release = fromGrayPlan(plan);
  expect(release && toGrayPlan(release)).toEqual(plan);
});

test("lists take either comma, no empty items and nothing twice", () => {
  const release = fromGrayPlan({
    ...DEFAULT_GRAY_PLAN,
    channels: "web，wechat, ,web",
    allowList: " user:1 \n\n",
  });
  expect(release?.audience.channels).toEqual(["web", "wechat"]);
  expect(release?.audience.allowList).toEqual(["user:1"]);
});

test.each(["-1", "101", "viel", "1e9"])("%s is no share of talks", (downRateMax) => {
  expect(fromGrayPlan({ ...DEFAULT_GRAY_PLAN, downRateMax })).toBeNull();
});
