import { describe, expect, test } from "vitest";
import { type Drawing, drawFlow } from "./draw-flow.ts";
import { APOLOGY, metrics, START, say, talk } from "./fixtures/drawn-talk.ts";

describe("I5: a turn ends", () => {
  test("a circle that never waits meets the limit, apologises, and listens again", () => {
    const { chat, opening } = talk({
      nodes: {
        start: START,
        a: { kind: "set", config: { name: "x", expression: "1" } },
        b: { kind: "jump", config: { nodeId: "a" } },
      },
      wires: ["start.next -> a", "a.next -> b"],
      variables: [{ name: "x", type: "number" }],
    });
    expect(opening).toEqual([APOLOGY]);
    expect(chat.steps.length).toBeLessThanOrEqual(200);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
    expect(metrics(chat, "fallback")).toEqual([expect.objectContaining({ reason: "too_many_visits" })]);
  });

  test("a circle that talks says at most 20 messages, and the last ones are the way out", () => {
    const { opening } = talk({
      nodes: { start: START, a: say("啊"), way: say("请稍候，为您转接。") },
      wires: ["start.next -> a", "a.next -> a"],
      settings: { fallback: { to: "way" } },
    });
    expect(opening).toHaveLength(20);
    expect(opening.slice(-2)).toEqual([APOLOGY, "请稍候，为您转接。"]);
  });

  test("an error path that fails itself is not taken twice", () => {
    const { chat, opening } = talk({
      nodes: { start: START, a: { kind: "broken", config: { how: "throw" } } },
      wires: ["start.next -> a"],
      settings: { fallback: { to: "a", text: "系统忙。" } },
    });
    expect(opening).toEqual(["系统忙。"]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("a sub-flow that calls itself stops at depth 8 on the error path of the calling node", () => {
    const call: Drawing = {
      nodes: { start: START, call: { kind: "subflow", config: { flowId: "inner" } } },
      wires: ["start.next -> call"],
    };
    const { chat, opening } = talk(call, { subflows: { inner: drawFlow(call) } });
    expect(opening).toEqual([APOLOGY]);
    expect(chat.steps.at(-1)?.error?.code).toBe("subflow_too_deep");
    expect(chat.steps.filter(({ nodeId }) => nodeId === "start")).toHaveLength(9);
    expect(chat.steps.filter(({ nodeId }) => nodeId === "call")).toHaveLength(9);
    expect(chat.session.stack).toHaveLength(1);
  });
});

describe("end", () => {
  const drawing = (keepOpen: boolean): Drawing => ({
    nodes: {
      start: { kind: "start", config: { opening: "您好" } },
      heed: { kind: "heed", config: { words: ["退货"] } },
      tell: say("七天。{{ seen }}"),
      mark: { kind: "set", config: { name: "seen", expression: "'记得'" } },
      end: { kind: "end", config: { resolution: "solved", keepOpen } },
    },
    wires: ["start.next -> heed", "heed.退货 -> tell", "tell.next -> mark", "mark.next -> end"],
    variables: [{ name: "seen", type: "text" }],
  });

  test("is told to the host, and later messages are ignored", () => {
    const { chat } = talk(drawing(false));
    chat.send("退货");
    expect(chat.effects).toContainEqual({ type: "end-conversation", resolution: "solved", askRating: false });
    const ended = chat.session;
    expect(chat.send("退货")).toEqual([]);
    expect(chat.session).toBe(ended);
  });

  test("with keepOpen the next message starts a new run that still knows its variables", () => {
    const { chat } = talk(drawing(true));
    chat.send("退货");
    expect(chat.ended).toBe(true);
    expect(chat.send("退货")).toEqual(["七天。记得"]);
  });
});
