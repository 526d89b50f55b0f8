import { expect, test } from "vitest";
import type { Problem } from "#flows/kernel/problem.ts";
import { cutGroups, groupProblems } from "./group-problems.ts";

const problem = (severity: Problem["severity"], flowId: string, text: string): Problem => ({
  severity,
  code: "x",
  flowId,
  nodeId: null,
  path: null,
  facts: {},
  text: { "zh-CN": text, en: text },
});

const PROBLEMS = [
  problem("warning", "main", "提醒一"),
  problem("error", "sub", "错误二"),
  problem("error", "main", "错误一"),
  problem("error", "main", "Fallback 缺失"),
];

const show = (severity: "all" | "error" | "warning", words: string) =>
  groupProblems(PROBLEMS, { severity, words }, "zh-CN").map((group) => [
    group.severity,
    group.flowId,
    ...group.problems.map(({ text }) => text["zh-CN"]),
  ]);

test("errors come first, and the main flow before the flows it calls", () => {
  expect(show("all", "")).toEqual([
    ["error", "main", "错误一", "Fallback 缺失"],
    ["error", "sub", "错误二"],
    ["warning", "main", "提醒一"],
  ]);
});

test("a filter goes by kind and by words, in any case", () => {
  expect(show("warning", "")).toEqual([["warning", "main", "提醒一"]]);
  expect(show("all", " fallback ")).toEqual([["error", "main", "Fallback 缺失"]]);
});

test("a long list is cut in the middle of a group", () => {
  const cut = cutGroups(groupProblems(PROBLEMS, { severity: "all", words: "" }, "zh-CN"), 3);
  expect(cut.map(({ problems }) => problems.length)).toEqual([2, 1]);
});
