import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPublishProgress, type PublishNews, publishBoard } from "./publish-progress.ts";

const ended = (number: number | null) => ({ number, reason: null });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const by = { id: "u1", name: "小王" };
const learning = { type: "learning", kind: "intents", at: 3, total: 8, names: ["售后"], share: 0.4 } as const;

function start(botId: string) {
  const news: PublishNews[] = [];
  return { news, ...createPublishProgress({ botId, by, announce: (one) => news.push(one) }) };
}

test("pages hear again and again how far it is, and once what came of it", () => {
  const { news, set, end } = start("slow");
  set(learning);
  vi.advanceTimersByTime(500);
  const told = { type: "publishing", progress: { by, step: learning } };
  expect(news).toEqual([told, told]);
  expect(publishBoard.find("slow")).toEqual({ by, step: learning });

  end(ended(4));
  vi.advanceTimersByTime(5_000);
  expect(news.slice(2)).toEqual([{ type: "publish-ended", number: 4, reason: null }]);
  expect(publishBoard.find("slow")).toBeNull();
});

test("one that is over at once is told of to nobody", () => {
  const { news, set, end } = start("fast");
  set(learning);
  vi.advanceTimersByTime(200);
  end(ended(1));
  vi.advanceTimersByTime(5_000);
  expect(news).toEqual([]);
});

test("before its first step, when nobody has looked whose bot it is, it holds no place and is told of to nobody", () => {
  const { news, end } = start("foreign");
  vi.advanceTimersByTime(1_000);
  expect(publishBoard.find("foreign")).toBeNull();
  end(ended(null));
  expect(news).toEqual([]);

  const owner = start("foreign");
  owner.set({ type: "checking" });
  expect(publishBoard.find("foreign")).toEqual({ by, step: { type: "checking" } });
  owner.end(ended(null));
});

test("a second one at the same time neither speaks nor ends the first", () => {
  const first = start("both");
  first.set(learning);
  const second = start("both");
  second.set({ type: "releasing" });
  second.end(ended(9));
  vi.advanceTimersByTime(250);
  expect(second.news).toEqual([]);
  expect(first.news).toEqual([{ type: "publishing", progress: { by, step: learning } }]);
  first.end(ended(null));
  expect(publishBoard.find("both")).toBeNull();
});
