import { describe, expect, test } from "vitest";
import type { Drawing } from "./draw-flow.ts";
import { ask, START, say, talk } from "./fixtures/drawn-talk.ts";

describe("I1: only what is awaited moves the session", () => {
  const drawing: Drawing = {
    nodes: {
      start: START,
      job: { kind: "job", config: { name: "ask-model", saveTo: "answer" } },
      tell: say("{{ answer }}"),
    },
    wires: ["start.next -> job", "job.next -> tell"],
    variables: [{ name: "answer", type: "text" }],
  };

  test("foreign and repeated results change nothing at all", () => {
    const { chat } = talk(drawing);
    const parked = chat.session;
    chat.deliver({ type: "call-succeeded", callId: "c99", value: "wrong" });
    chat.deliver({ type: "timer-fired", timerId: "t1" });
    expect(chat.session).toBe(parked);

    expect(chat.answer("好的")).toEqual(["好的"]);
    const done = chat.session;
    expect(chat.deliver({ type: "call-succeeded", callId: "c1", value: "again" })).toEqual([]);
    expect(chat.session).toBe(done);
  });

  test("a timer that was cancelled by an answer is ignored when it fires after all", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        name: ask("姓名？", "name", { timeoutMs: 60_000 }),
        tell: say("{{ name }}"),
        late: say("还在吗？"),
      },
      wires: ["start.next -> name", "name.answered -> tell", "name.timeout -> late"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.effects).toContainEqual({ type: "set-timer", timerId: "t1", fireAt: chat.now + 60_000 });
    chat.send("小林");
    expect(chat.effects).toContainEqual({ type: "cancel-timer", timerId: "t1" });
    expect(chat.deliver({ type: "timer-fired", timerId: "t1" })).toEqual([]);
  });

  test("the timer of an open question takes its own port", () => {
    const { chat } = talk({
      nodes: { start: START, name: ask("姓名？", "name", { timeoutMs: 60_000 }), late: say("还在吗？") },
      wires: ["start.next -> name", "name.timeout -> late"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.advanceTime(59_999)).toEqual([]);
    expect(chat.advanceTime(1)).toEqual(["还在吗？"]);
  });
});

describe("a wait in silence", () => {
  const wait = { kind: "probe", config: { outcome: { type: "listen", state: null } } };

  test("tells who has not said anything yet nothing, whatever is looked up for them", () => {
    const request = { mode: "inline", name: "match-faq", input: {} };
    const look = {
      kind: "probe",
      config: {
        outcome: { type: "call", request, state: null },
        resumed: { type: "leave", port: "next" },
      },
    };
    const { opening, chat } = talk(
      { nodes: { start: START, look, wait }, wires: ["start.next -> look", "look.next -> wait"] },
      { calls: { "match-faq": () => ({ outcome: "none", candidates: [], reasons: [] }) } },
    );
    expect(opening).toEqual([]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
  });

  test("tells who was told to wait no more once the job is done", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["查"] } },
          moment: say("请稍等。"),
          job: { kind: "job", config: { name: "look-up" } },
          wait,
        },
        wires: ["start.next -> heed", "heed.查 -> moment", "moment.next -> job", "job.next -> wait"],
      },
      { calls: { "look-up": () => "好" } },
    );
    expect(chat.send("查一下")).toEqual(["请稍等。"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
  });
});

describe("sleep", () => {
  const drawing = (interruptible: boolean): Drawing => ({
    nodes: {
      start: START,
      nap: { kind: "sleep", config: { ms: 10_000, interruptible } },
      woke: say("查到了。"),
      cut: say("您说。"),
      heed: { kind: "heed", config: { words: ["运费"] } },
      fee: say("运费十元。"),
    },
    wires: [
      "start.next -> nap",
      "nap.next -> woke",
      "nap.interrupted -> cut",
      "woke.next -> heed",
      "cut.next -> heed",
      "heed.运费 -> fee",
    ],
  });

  test("goes on when its time has come", () => {
    const { chat } = talk(drawing(false));
    expect(chat.advanceTime(10_000)).toEqual(["查到了。"]);
  });

  test("an interruptible one is ended by a message, and its timer cancelled", () => {
    const { chat } = talk(drawing(true));
    expect(chat.send("在吗")).toEqual(["您说。"]);
    expect(chat.effects).toContainEqual({ type: "cancel-timer", timerId: "t1" });
    expect(chat.advanceTime(10_000)).toEqual([]);
  });

  test("another one keeps what is written meanwhile and delivers it at the next wait", () => {
    const { chat } = talk(drawing(false));
    expect(chat.send("运费呢")).toEqual([]);
    expect(chat.send("急")).toEqual([]);
    expect(chat.advanceTime(10_000)).toEqual(["查到了。", "运费十元。"]);
    expect(chat.session.message?.text).toBe("运费呢\n急");
    expect(chat.session.held).toBeNull();
  });
});
