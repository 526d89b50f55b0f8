import { describe, expect, test } from "vitest";
import { drawFlow } from "./draw-flow.ts";
import { ask, START, say, talk } from "./fixtures/drawn-talk.ts";

describe("sub-flows", () => {
  const inner = drawFlow({
    nodes: {
      start: START,
      q: ask("内层：几号？", "day"),
      end: { kind: "end", config: { resolution: "other" } },
    },
    wires: ["start.next -> q", "q.answered -> end"],
    variables: [
      { name: "day", type: "text" },
      { name: "result", type: "text", default: "内层结果" },
    ],
  });

  test("have variables of their own, wait, and come back with their resolution", () => {
    const { chat, opening } = talk(
      {
        nodes: {
          start: START,
          call: { kind: "subflow", config: { flowId: "inner", vars: { day: "?" } } },
          done: say("done"),
          other: say("回来：{{ returned }}，外层 day={{ day }}"),
        },
        wires: ["start.next -> call", "call.done -> done", "call.other -> other"],
        variables: [
          { name: "day", type: "text", default: "外" },
          { name: "returned", type: "text" },
        ],
      },
      { subflows: { inner } },
    );
    expect(opening).toEqual(["内层：几号？"]);
    expect(chat.session.stack.map(({ flowId }) => flowId)).toEqual(["main", "inner"]);
    expect(chat.send("三号")).toEqual(["回来：内层结果，外层 day=外"]);
  });

  test("return `done` where a path of theirs leads nowhere", () => {
    const { opening } = talk(
      {
        nodes: { start: START, call: { kind: "subflow", config: { flowId: "inner" } }, done: say("回来了") },
        wires: ["start.next -> call", "call.done -> done"],
      },
      {
        subflows: {
          inner: drawFlow({ nodes: { start: START, a: say("里面") }, wires: ["start.next -> a"] }),
        },
      },
    );
    expect(opening).toEqual(["里面", "回来了"]);
  });
});
