import { expect, test } from "vitest";
import { listActions } from "./list-actions.ts";

test("who may not approve proposes, and is offered no approval", () => {
  const author = { mayApprove: false, isManager: false, isStale: false };
  expect(listActions("draft", author).main).toEqual(["submit"]);
  expect(listActions("in_review", author).main).toEqual([]);
  expect(listActions("approved", author).further).not.toContain("reject");
});

test("a reviewer approves what was proposed; only owners and admins what was not", () => {
  const reviewer = { mayApprove: true, isManager: false, isStale: false };
  expect(listActions("draft", reviewer).main).toEqual(["submit"]);
  expect(listActions("in_review", reviewer).main).toContain("approve");
  expect(listActions("draft", { ...reviewer, isManager: true }).main).toContain("approve");
});

test("a released entry whose review is due asks for it first", () => {
  expect(listActions("published", { mayApprove: true, isManager: false, isStale: true }).main).toEqual([
    "review",
  ]);
  expect(listActions("published", { mayApprove: true, isManager: false, isStale: false }).main).toEqual([]);
});
