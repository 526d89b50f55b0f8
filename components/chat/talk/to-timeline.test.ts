import { describe, expect, test } from "vitest";
import type { ChatMessage } from "./message.ts";
import { emptyTalk, type Outgoing, type TalkState } from "./talk-state.ts";
import { type TimelineItem, toTimeline } from "./to-timeline.ts";

const ASK = {
  type: "choices",
  multiple: false,
  options: [
    { id: "yes", label: "要" },
    { id: "no", label: "不要" },
  ],
} as const;

let seq = 0;
function said(role: ChatMessage["role"], at: string, change: Partial<ChatMessage> = {}): ChatMessage {
  seq += 1;
  return {
    id: `m${seq}`,
    clientId: null,
    seq,
    role,
    at,
    parts: [{ type: "text", text: "好的" }],
    author: null,
    origin: "flow",
    ...change,
  };
}

function timeline(
  messages: readonly ChatMessage[],
  change: Partial<TalkState> = {},
): readonly TimelineItem[] {
  const state = { ...emptyTalk, status: "waiting" as const, messages, ...change };
  return toTimeline(state, "2026-03-02T10:00:00Z", (at) => at.slice(0, 10));
}

function sending(text: string, answeredBy: number | null = null): Outgoing {
  return {
    clientId: "c",
    at: "2026-03-02T10:00:00Z",
    text,
    choice: null,
    attachments: [],
    delivery: "sending",
    failure: null,
    answeredBy,
  };
}

function choicesOf(items: readonly TimelineItem[]) {
  return items
    .flatMap((item) => (item.kind === "group" ? item.entries : []))
    .filter((entry) => entry.parts.some((part) => part.type === "choices"))
    .map((entry) => entry.choices);
}

describe("grouping", () => {
  test("what one speaker says in a row is one group, until five minutes pass", () => {
    const items = timeline([
      said("bot", "2026-03-02T09:00:00Z"),
      said("bot", "2026-03-02T09:01:00Z"),
      said("bot", "2026-03-02T09:09:00Z"),
      said("customer", "2026-03-02T09:09:10Z"),
    ]);
    expect(items.map((item) => (item.kind === "group" ? item.entries.length : item.kind))).toEqual([
      "day",
      2,
      1,
      1,
    ]);
  });

  test("each day opens with its date", () => {
    const items = timeline([said("bot", "2026-03-01T23:59:00Z"), said("bot", "2026-03-02T00:01:00Z")]);
    expect(items.map((item) => item.kind)).toEqual(["day", "group", "day", "group"]);
  });

  test("words of a model and drawn words never share a label", () => {
    const items = timeline([
      said("bot", "2026-03-02T09:00:00Z"),
      said("bot", "2026-03-02T09:00:01Z", { origin: "model" }),
    ]);
    expect(items.map((item) => (item.kind === "group" ? item.isModel : null))).toEqual([null, false, true]);
  });
});

describe("what is being sent", () => {
  test("stands last until its answer is known, then above that answer", () => {
    const first = said("bot", "2026-03-02T09:00:00Z");
    const answer = said("bot", "2026-03-02T10:00:01Z");
    const speakers = (items: readonly TimelineItem[]) =>
      items.flatMap((item) => (item.kind === "group" ? [item.speaker] : []));
    expect(speakers(timeline([first], { outbox: [sending("退货")] }))).toEqual(["bot", "customer"]);
    expect(speakers(timeline([first, answer], { outbox: [sending("退货", answer.seq)] }))).toEqual([
      "bot",
      "customer",
      "bot",
    ]);
  });
});

describe("buttons", () => {
  const ask = () => said("bot", "2026-03-02T09:00:00Z", { parts: [ASK] });

  test("are open while nothing was said after them", () => {
    expect(choicesOf(timeline([ask()]))).toEqual([{ isOpen: true, picked: [] }]);
  });

  test("close with the pick marked, already while it is being sent", () => {
    expect(choicesOf(timeline([ask()], { outbox: [sending("不要")] }))).toEqual([
      { isOpen: false, picked: ["no"] },
    ]);
  });

  test("close without a mark when the customer said something else", () => {
    expect(choicesOf(timeline([ask(), said("customer", "2026-03-02T09:01:00Z")]))).toEqual([
      { isOpen: false, picked: [] },
    ]);
  });

  test("are overtaken by newer buttons", () => {
    expect(choicesOf(timeline([ask(), ask()])).map((choices) => choices.isOpen)).toEqual([false, true]);
  });

  test("close when the talk has ended or a person took over", () => {
    expect(choicesOf(timeline([ask()], { status: "ended" }))[0]?.isOpen).toBe(false);
    expect(choicesOf(timeline([ask()], { status: "human" }))[0]?.isOpen).toBe(false);
  });
});
